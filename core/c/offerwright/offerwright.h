/* SPDX-License-Identifier: Apache-2.0 */
#ifndef OFFERWRIGHT_OFFERWRIGHT_H
#define OFFERWRIGHT_OFFERWRIGHT_H

/**
 * Offerwright's runtime for C, and for every language that calls C: load a rule pack, decide requests with
 * it. JSON in, JSON out; what the JSON says is the rule pack's contract. docs/runtime.md has examples.
 *
 * - Text: every text that goes in is a pointer and a length in bytes; it need not end in NUL and is not kept.
 *   Any bytes are an input: what is no UTF-8 or no JSON is refused, never obeyed. Texts that come out are
 *   UTF-8 and end in NUL.
 * - Errors are values: a function that can fail returns an ow_status and, where `error` is not NULL, sets
 *   *error: NULL on OW_OK, else an error that the caller frees. Nothing is printed, thrown or aborted.
 * - Threads: every function may be called from every thread. One pack serves any number of threads at a time;
 *   only ow_pack_free() must come after the last use of the pack, as free() must.
 * - Ownership: what a function hands out through a pointer to a pointer is the caller's, and is freed by the
 *   function named beside it, not by free(). Freeing NULL does nothing.
 */

#include <stddef.h>

#if defined(__GNUC__)
#define OW_API __attribute__((visibility("default")))
#else
#define OW_API
#endif

#ifdef __cplusplus
extern "C" {
#endif

/** A rule pack made ready for deciding; immutable. */
typedef struct ow_pack ow_pack;

/** Why something failed. */
typedef struct ow_error ow_error;

/** What a caller branches on. Later versions may add to these. */
typedef enum ow_status {
    OW_OK = 0,
    OW_REFUSED = 1, /**< the pack or the request says something it must not: see the error */
    OW_MISUSE = 2, /**< an argument breaks this header's rules: a mistake in the calling program */
    OW_NO_MEMORY = 3, /**< memory was refused; nothing changed, the same call may succeed later */
    OW_INTERNAL = 4 /**< a mistake in Offerwright; nothing changed */
} ow_status;

/** For `flags`: add to the decision, for every candidate, what blocked it, and the facts' values. */
#define OW_EXPLAIN 1u

/** The library's version, such as "0.1.0". Static: never NULL, never freed. */
OW_API const char* ow_version(void);

/**
 * Reads, checks and compiles a pack. Costs milliseconds to a second for large packs: load once, decide often.
 * On OW_OK *pack is a pack for ow_pack_free(), else NULL.
 * OW_REFUSED: the first fault of the pack; ow_error_path() says where it is.
 */
OW_API ow_status ow_pack_load(const char* json, size_t length, ow_pack** pack, ow_error** error);

/** SHA-256 of the pack's canonical JSON (RFC 8785), in hexadecimal; the pack's own memory, "" for NULL. */
OW_API const char* ow_pack_identity(const ow_pack* pack);

/** Frees the pack. No thread may be using it or what ow_pack_identity() gave. */
OW_API void ow_pack_free(ow_pack* pack);

/**
 * Decides one request.
 * @param flags   0 or OW_EXPLAIN
 * @param answer  on OW_OK the decision's JSON on one line, without a newline, for ow_text_free(); else NULL
 * @param answer_length  its bytes, without the NUL at its end; may be NULL
 * OW_REFUSED: the request is no JSON, or not one that this pack understands; ow_error_path() names the key.
 */
OW_API ow_status ow_decide(const ow_pack* pack, const char* request, size_t length, unsigned int flags,
    char** answer, size_t* answer_length, ow_error** error);

/**
 * Decides many requests, one on each line, in the calling thread and in their order: the n-th line of the
 * answers is the n-th request's, and ends with a newline. It is a decision, or for a request that is refused, a
 * blank line too, what ow_error_json() would say and "line", its number from 1. A refused line is no error of
 * this call. Arguments as of
 * ow_decide(); texts up to PTRDIFF_MAX bytes.
 */
OW_API ow_status ow_decide_lines(const ow_pack* pack, const char* requests, size_t length, unsigned int flags,
    char** answers, size_t* answers_length, ow_error** error);

/** Frees an answer. */
OW_API void ow_text_free(char* text);

/**
 * What an error says; the error's own memory, "" for NULL.
 * - code: a stable word for programs: "invalid_input", "unsupported", …, and "misuse", "no_memory",
 *   "internal" for the statuses of these names
 * - message: a sentence for a person
 * - path: the key's path, such as "customer.attributes.segment" or "offers[2].when"; "line:column" in a pack
 *   that is no JSON; the argument's name for OW_MISUSE; "" where there is none
 * - json: {"error":{"about":path,"code":code,"message":message}}, what stands in a refused line's place
 */
OW_API const char* ow_error_code(const ow_error* error);
OW_API const char* ow_error_message(const ow_error* error);
OW_API const char* ow_error_path(const ow_error* error);
OW_API const char* ow_error_json(const ow_error* error);

/** Frees the error and what its functions gave. */
OW_API void ow_error_free(ow_error* error);

#ifdef __cplusplus
}
#endif

#endif
