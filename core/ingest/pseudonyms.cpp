// SPDX-License-Identifier: GPL-3.0-or-later
#include "ingest/pseudonyms.h"

#include "ingest/passing_writer.h"

#include <algorithm>
#include <cerrno>
#include <cstring>
#include <fcntl.h>
#include <fstream>
#include <sodium.h>
#include <system_error>
#include <unistd.h>

namespace ow::ingest {

namespace fs = std::filesystem;

namespace {

Result<std::string> readKeyText(const fs::path& file)
{
    std::ifstream in(file, std::ios::binary);
    if (!in)
        return fail(ErrorCode::Io, std::string("The key cannot be read: ") + std::strerror(errno) + ".",
            file.string());
    std::string text(Pseudonyms::keyBytes * 2 + 8, '\0');
    in.read(text.data(), std::streamsize(text.size()));
    text.resize(std::size_t(in.gcount()));
    while (!text.empty() && (text.back() == '\n' || text.back() == '\r'))
        text.pop_back();
    return text;
}

/// For the owner's eyes only, and never over a file that appeared meanwhile.
Result<void> writeNewKey(const fs::path& file)
{
    Pseudonyms::Key key {};
    randombytes_buf(key.data(), key.size());
    std::string text;
    for (const unsigned char byte : key) {
        text += "0123456789abcdef"[byte >> 4];
        text += "0123456789abcdef"[byte & 15];
    }
    text += '\n';
    const int out = ::open(file.c_str(), O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0600);
    const bool good
        = out >= 0 && ::write(out, text.data(), text.size()) == ssize_t(text.size()) && ::fsync(out) == 0;
    const int error = errno;
    if (out >= 0)
        ::close(out);
    if (!good)
        return fail(ErrorCode::Io, std::string("The key cannot be written: ") + std::strerror(error) + ".",
            file.string());
    return {};
}

int hexDigit(char c)
{
    if (c >= '0' && c <= '9')
        return c - '0';
    const char low = c >= 'A' && c <= 'F' ? char(c - 'A' + 'a') : c;
    return low >= 'a' && low <= 'f' ? low - 'a' + 10 : -1;
}

class PseudonymWriter final : public PassingWriter {
public:
    PseudonymWriter(std::unique_ptr<store::BulkWriter> writer, const Pseudonyms& pseudonyms)
        : PassingWriter(std::move(writer))
        , m_pseudonyms(pseudonyms)
    {
    }

    using PassingWriter::add;
    Result<void> add(const model::Customer& customer) override
    {
        return next().add(hidden(customer));
    }
    Result<void> addUnlessThere(const model::Customer& customer, const store::RowOrigin& origin) override
    {
        return next().addUnlessThere(hidden(customer), origin);
    }
    Result<void> add(std::string_view customer, const model::Event& event) override
    {
        return next().add(pseudonym(customer), hidden(event));
    }
    Result<void> add(const model::LoggedExposure& exposure) override { return next().add(hidden(exposure)); }
    Result<void> addUnlessThere(
        std::string_view customer, const model::Event& event, const store::RowOrigin& origin) override
    {
        return next().addUnlessThere(pseudonym(customer), hidden(event), origin);
    }
    Result<void> addUnlessThere(
        const model::LoggedExposure& exposure, const store::RowOrigin& origin) override
    {
        return next().addUnlessThere(hidden(exposure), origin);
    }
    Result<void> addBasketLine(
        std::string_view basket, std::string_view sku, const store::RowOrigin& origin) override
    {
        return next().addBasketLine(m_baskets.of(m_pseudonyms, basket), sku, origin);
    }
    Result<void> reject(const store::RejectedRow& row) override
    {
        store::RejectedRow other = row;
        other.text.clear();
        other.cells.clear();
        return next().reject(other);
    }
    Result<bool> rejectUnlessThere(std::string_view kind, const store::RejectedRow& row) override
    {
        store::RejectedRow other = row;
        other.text.clear();
        other.cells.clear();
        return next().rejectUnlessThere(kind, other);
    }

private:
    /// A file mostly has a customer's rows near each other, and a session's.
    class Last {
    public:
        const std::string& of(const Pseudonyms& pseudonyms, std::string_view id)
        {
            if (id != m_id || m_pseudonym.empty()) {
                m_id = id;
                m_pseudonym = pseudonyms.of(id);
            }
            return m_pseudonym;
        }

    private:
        std::string m_id, m_pseudonym;
    };

    const std::string& pseudonym(std::string_view customer) { return m_customers.of(m_pseudonyms, customer); }

    /// Sessions are often the customer's id and something behind it.
    const model::Event& hidden(const model::Event& event)
    {
        if (event.session.empty())
            return event;
        m_event = event;
        m_event.session = m_sessions.of(m_pseudonyms, event.session);
        return m_event;
    }
    model::Customer hidden(const model::Customer& customer)
    {
        return { std::string(pseudonym(customer.id)), customer.attributes };
    }
    const model::LoggedExposure& hidden(const model::LoggedExposure& exposure)
    {
        m_exposure = exposure;
        m_exposure.customer = pseudonym(exposure.customer);
        if (!exposure.intent.empty())
            m_exposure.intent = m_pseudonyms.of(exposure.intent);
        return m_exposure;
    }

    Pseudonyms m_pseudonyms;
    Last m_customers, m_sessions, m_baskets;
    model::Event m_event;
    model::LoggedExposure m_exposure;
};

}

Result<Pseudonyms> Pseudonyms::fromFile(const fs::path& file)
{
    if (sodium_init() < 0)
        return fail(ErrorCode::Io, "There are no random numbers to be had.");
    std::error_code ec;
    if (!fs::exists(file, ec))
        if (auto made = writeNewKey(file); !made)
            return fail(made.error());
    const auto text = readKeyText(file);
    if (!text)
        return fail(text.error());
    Key key {};
    bool good = text->size() == keyBytes * 2;
    for (std::size_t i = 0; good && i < keyBytes; ++i) {
        const int high = hexDigit((*text)[2 * i]), low = hexDigit((*text)[2 * i + 1]);
        good = high >= 0 && low >= 0;
        key[i] = static_cast<unsigned char>(high * 16 + low);
    }
    if (!good)
        return fail(ErrorCode::InvalidInput,
            "This is no key: a key file holds 64 hexadecimal digits. Name a new file to have one made.",
            file.string());
    return Pseudonyms(key);
}

bool Pseudonyms::isOne(std::string_view id)
{
    return id.size() == 27 && id.front() == 'p'
        && std::all_of(id.begin(), id.end(), [](char c) { return (c >= 'a' && c <= 'z') || (c >= '2' && c <= '7'); });
}

std::string Pseudonyms::of(std::string_view customer) const
{
    std::array<unsigned char, 17> hash {};
    crypto_generichash(hash.data(), hash.size(), reinterpret_cast<const unsigned char*>(customer.data()),
        customer.size(), m_key.data(), m_key.size());
    std::string out = "p";
    unsigned bits = 0, have = 0;
    for (const unsigned char byte : hash) {
        bits = (bits << 8 | byte) & 0xFFFFU;
        have += 8;
        for (; have >= 5 && out.size() < 27; have -= 5)
            out += "abcdefghijklmnopqrstuvwxyz234567"[bits >> (have - 5) & 31];
    }
    return out;
}

std::unique_ptr<store::BulkWriter> pseudonymizing(
    std::unique_ptr<store::BulkWriter> writer, const Pseudonyms& pseudonyms)
{
    return std::make_unique<PseudonymWriter>(std::move(writer), pseudonyms);
}

}
