/* SPDX-License-Identifier: Apache-2.0
 *
 * Decides the requests on standard input, one JSON document a line, with a rule pack:
 *
 *     cc decide.c -o decide $(pkg-config --cflags --libs offerwright)
 *     ./decide [--explain] pack.json < requests.ndjson
 *
 * Ends with 0, or with 2 where the pack cannot be used.
 */
#define _POSIX_C_SOURCE 200809L /* getline */
#include <offerwright/offerwright.h>
#include <sys/types.h>

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

/* The whole file and its length; NULL where it cannot be read. */
static char* read_file(const char* path, size_t* length)
{
    FILE* file = fopen(path, "rb");
    char* text = NULL;
    size_t room = 0;
    *length = 0;
    while (file != NULL && !feof(file) && !ferror(file)) {
        if (*length == room) {
            char* more = realloc(text, room = room ? 2 * room : 65536);
            if (more == NULL)
                break;
            text = more;
        }
        *length += fread(text + *length, 1, room - *length, file);
    }
    if (file == NULL || ferror(file) || !feof(file)) {
        free(text);
        text = NULL;
    }
    if (file != NULL)
        fclose(file);
    return text;
}

static ow_pack* load_pack(const char* path)
{
    ow_pack* pack = NULL;
    ow_error* error = NULL;
    size_t length;
    char* text = read_file(path, &length);
    if (text == NULL) {
        perror(path);
        return NULL;
    }
    if (ow_pack_load(text, length, &pack, &error) != OW_OK)
        fprintf(stderr, "%s: %s: %s\n", path, ow_error_path(error), ow_error_message(error));
    ow_error_free(error);
    free(text); /* the pack keeps nothing of it */
    return pack;
}

/* One answer for one line: the decision, or what is wrong with the request. */
static void answer(const ow_pack* pack, const char* line, size_t length, unsigned flags)
{
    char* decision;
    ow_error* error;
    if (ow_decide(pack, line, length, flags, &decision, NULL, &error) == OW_OK)
        puts(decision);
    else
        puts(ow_error_json(error));
    ow_text_free(decision);
    ow_error_free(error);
}

int main(int argc, char** argv)
{
    const int explain = argc == 3 && strcmp(argv[1], "--explain") == 0;
    char* line = NULL;
    size_t room = 0;
    ssize_t length;
    ow_pack* pack;
    if (argc != 2 + explain) {
        fprintf(stderr, "usage: %s [--explain] pack.json < requests.ndjson\n", argv[0]);
        return 2;
    }
    pack = load_pack(argv[1 + explain]);
    if (pack == NULL)
        return 2;
    fprintf(stderr, "Offerwright %s, pack %s\n", ow_version(), ow_pack_identity(pack));
    while ((length = getline(&line, &room, stdin)) > 0) {
        if (line[length - 1] == '\n')
            line[--length] = '\0';
        answer(pack, line, (size_t)length, explain ? OW_EXPLAIN : 0);
    }
    free(line);
    ow_pack_free(pack);
    return 0;
}
