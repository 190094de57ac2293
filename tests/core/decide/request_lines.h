// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <functional>
#include <string>

/// Lines for the request reader: the pack they are asked of, and what becomes of each. Apart from the test
/// because moc stumbles over raw strings.
namespace ow::test {

inline const std::string shopPack = R"({
 "format": "offerwright.pack/1", "name": "shop", "version": "1", "currency": "EUR",
 "attributes": {
  "customer": {
   "age": {"type": "int", "min": 0, "max": 120, "default": 30},
   "big": {"type": "int", "default": 0},
   "rate": {"type": "double", "min": 0, "max": 1, "default": 0.5},
   "free": {"type": "double", "default": 0},
   "pro": {"type": "bool", "default": false},
   "segment": {"type": "string", "values": ["new", "a \"b\""], "default": "new"},
   "note": {"type": "string", "default": ""},
   "a_rather_long_name_of_an_attribute": {"type": "string", "default": ""}
  },
  "context": {"weather": {"type": "string", "values": ["dry", "rain"], "default": "dry"}}},
 "channels": [{"id": "web", "consent": "true"}],
 "placements": [{"id": "cart", "channel": "web"}],
 "products": [{"sku": "LAP-1", "title": "Laptop", "family": "laptop", "category": "c", "price": 5, "cost": 1}],
 "facts": [{"id": "views", "aggregate": "count", "types": ["product_viewed"], "window": "30d"},
           {"id": "spent", "aggregate": "sum", "of": "event.value", "window": "900d"},
           {"id": "said", "expr": "customer.note + customer.segment + customer.a_rather_long_name_of_an_attribute + string(customer.free) + string(customer.big) + context.weather"}],
 "offers": [{"id": "care", "name": "Care", "kind": "service", "role": "protect", "status": "active", "price": 100,
             "placements": ["cart"], "trigger": "true", "when": "true", "propensity": "0.5", "because": ""}]})";

/// A request with the pieces put in; each may bring its own comma.
inline std::string with(const std::string& customer, const std::string& top = {})
{
    return R"({"customer":{"id":"c")" + customer + R"(},"now":"2026-06-10T12:00:00Z","placement":"cart")"
        + top + "}";
}
inline std::string attributeOf(const std::string& pair) { return with(R"(,"attributes":{)" + pair + "}"); }
inline std::string eventOf(const std::string& fields)
{
    return with({}, R"(,"events":[{"at":"2026-06-10T11:00:00Z","type":"search"},{)" + fields + "}]");
}
inline std::string exposureOf(const std::string& fields)
{
    return with({}, R"(,"exposures":[{)" + fields + "}]");
}
inline std::string nested(int depth)
{
    return std::string(std::size_t(depth), '[') + std::string(std::size_t(depth), ']');
}

/// A request with something of everything.
inline std::string goodRequest()
{
    return with(
        R"(,"attributes":{"age":41,"big":-7,"rate":0.25,"free":1.5e3,"pro":true,"segment":"new","note":"H\u00fclle \"x\"","a_rather_long_name_of_an_attribute":"longer than sixteen bytes"})",
        R"(,"intent":"i","focus":"LAP-1","cart":[{"sku":"LAP-1","qty":2}],"context":{"weather":"rain"},"events":[)"
        R"({"at":"2026-06-09T12:00:00Z","type":"product_viewed","sku":"LAP-1","qty":1,"value":12,"channel":"web","session":"s","text":""},)"
        R"({"at":"2026-06-01T12:00:00.5+02:00","type":"search","text":"b"},{"at":"2026-06-09T12:00:00Z","type":"survey","value":9}],)"
        R"("exposures":[{"at":"2026-06-03T12:00:00Z","offer":"care","placement":"cart","clicked_at":null,"accepted_at":null,"declined_at":"2026-06-03T12:00:01Z","returned_at":null}],"x":{"k":[1,"a",null]})");
}

using Row = std::function<void(const char* name, const std::string& text, const char* expected)>;

/// `expected`: the key that is named, "ok" for a line that is taken, "no JSON" for one that names nothing.
inline void hostileLines(const Row& row)
{
    using namespace std::string_literals;
    // no JSON at all
    row("nothing", "", "no JSON");
    row("white space", " \t\r\n", "no JSON");
    row("a word", "nonsense", "no JSON");
    row("half", R"({"customer":{"id":"c")", "no JSON");
    row("an open string", R"({"customer":{"id":"c)", "no JSON");
    row("a backslash at the end", R"({"customer":{"id":"c\)", "no JSON");
    row("trailing garbage", with({}) + "x", "no JSON");
    row("two requests", with({}) + with({}), "no JSON");
    row("a comma too many in an object", with({}, ","), "no JSON");
    row("a comma too many in a list", with({}, R"(,"events":[,])"), "no JSON");
    row("a comma behind the last", with({}, R"(,"cart":[{"sku":"a"},])"), "no JSON");
    row("a missing comma", with(R"( "attributes":{})"), "no JSON");
    row("a missing colon", with({}, R"(,"focus" "a")"), "no JSON");
    row("a missing value", with({}, R"(,"focus":)"), "no JSON");
    row("a key without marks", with({}, R"(,focus:"a")"), "no JSON");
    row("single marks", "{'customer':1}", "no JSON");
    row("a comment", with({}) + "// really", "no JSON");
    row("brackets that do not match", with({}, R"(,"cart":[})"), "no JSON");
    row("NaN", attributeOf(R"("free":NaN)"), "no JSON");
    row("Infinity", attributeOf(R"("free":Infinity)"), "no JSON");
    row("True", attributeOf(R"("pro":True)"), "no JSON");
    row("tru", attributeOf(R"("pro":tru)"), "no JSON");
    row("nul",
        exposureOf(R"("at":"2026-01-01T00:00:00Z","offer":"care","placement":"cart","clicked_at":nul)"),
        "no JSON");
    row("a plus", attributeOf(R"("free":+1)"), "no JSON");
    row("a leading zero", attributeOf(R"("age":030)"), "no JSON");
    row("a minus alone", attributeOf(R"("age":-)"), "no JSON");
    row("no digit behind the point", attributeOf(R"("free":1.)"), "no JSON");
    row("no digit before the point", attributeOf(R"("free":.5)"), "no JSON");
    row("no exponent", attributeOf(R"("free":1e)"), "no JSON");
    row("hex", attributeOf(R"("age":0x1F)"), "no JSON");
    row("a number no double holds", attributeOf(R"("free":1e400)"), "no JSON");
    row("the same below zero", attributeOf(R"("free":-1e400)"), "no JSON");
    row("the same, long", attributeOf("\"free\":1" + std::string(400, '0')), "no JSON");
    row("NUL behind", with({}) + "\0"s, "no JSON");
    row("NUL between", "{\0"s + with({}).substr(1), "no JSON");
    row("NUL in a string", with({}, ",\"intent\":\"a\0b\""s), "no JSON");
    row("a tab in a string", with({}, ",\"intent\":\"a\tb\""), "no JSON");
    row("a line break in a string", with({}, ",\"intent\":\"a\nb\""), "no JSON");
    row("an unknown escape", with({}, R"(,"intent":"\q")"), "no JSON");
    row("three hex digits", with({}, R"(,"intent":"\u12g4")"), "no JSON");
    row("a sign in hex digits", with({}, R"(,"intent":"\u-123")"), "no JSON");
    row("half a pair", with({}, R"(,"intent":"\ud83d")"), "no JSON");
    row("the other half", with({}, R"(,"intent":"\ude00x")"), "no JSON");
    row("two first halves", with({}, R"(,"intent":"\ud83d\ud83d")"), "no JSON");
    row("UTF-8 cut off", with({}, ",\"intent\":\"\xC3\""), "no JSON");
    row("an overlong slash", with({}, ",\"intent\":\"\xC0\xAF\""), "no JSON");
    row("an overlong of three", with({}, ",\"intent\":\"\xE0\x80\xAF\""), "no JSON");
    row("a surrogate in UTF-8", with({}, ",\"intent\":\"\xED\xA0\x80\""), "no JSON");
    row("above U+10FFFF", with({}, ",\"intent\":\"\xF4\x90\x80\x80\""), "no JSON");
    row("a continuation alone", with({}, ",\"intent\":\"plain text before it \x80\""), "no JSON");
    row("malformed UTF-8 in a key", with({}, ",\"\xFF\":1"), "no JSON");
    row("malformed UTF-8 behind an escape", with({}, ",\"intent\":\"\\n\xFF\""), "no JSON");
    row("a doubled key", with({}, R"(,"placement":"cart")"), "no JSON");
    row("doubled, once escaped", with({}, R"(,"plac\u0065ment":"cart")"), "no JSON");
    row("a doubled attribute", attributeOf(R"("age":1,"pro":true,"age":1)"), "no JSON");
    row("a doubled event key", eventOf(R"("type":"a","at":"2026-06-10T11:00:00Z","type":"a")"), "no JSON");
    row("a doubled unknown key", with({}, R"(,"u":1,"u":2)"), "no JSON");
    row("a doubled undeclared attribute", attributeOf(R"("u":1,"v":1,"u":2)"), "no JSON");
    row("doubled in the free room", with({}, R"(,"x":{"a":{"b":1,"c":2,"b":3}})"), "no JSON");
    row("a doubled free room", with({}, R"(,"x":1,"x":1)"), "no JSON");
    row("too deep in the free room", with({}, ",\"x\":" + nested(128)), "no JSON");
    row("a bomb", with({}, ",\"x\":" + std::string(200000, '[')), "no JSON");
    row("a bomb of objects", std::string(100000, '{'), "no JSON");
    row(
        "a bomb of keys",
        "{\"customer\":" +
            [] {
                std::string out;
                for (int i = 0; i < 50000; ++i)
                    out += "{\"a\":";
                return out;
            }(),
        "no JSON");
    row("a fault of JSON behind another fault", with(R"(,"attributes":{"age":-1})", R"(,"focus":)"),
        "no JSON");
    // another document
    row("a list", "[]", "no JSON");
    row("a number", "17", "no JSON");
    row("null", "null", "no JSON");
    // the odd that is fine
    row("white space everywhere",
        "\r\n { \"customer\" : { \"id\" : \"c\" , \"attributes\" : { \"age\" : 3 } } , "
        "\"now\" : \"2026-06-10T12:00:00Z\" , \"placement\" : \"cart\" , \"cart\" : [ ] }\t\r",
        "ok");
    row("a byte order mark", "\xEF\xBB\xBF" + with({}), "ok");
    row("half a byte order mark", "\xEF\xBB" + with({}), "no JSON");
    row("other order of keys",
        R"({"placement":"cart","now":"2026-06-10T12:00:00Z","customer":{"attributes":{},"id":"c"}})", "ok");
    row("an escaped key",
        R"({"cust\u006fmer":{"id":"c"},"n\u006fw":"2026-06-10T12:00:00Z","placement":"cart"})", "ok");
    row("escapes",
        with(R"(,"attributes":{"segment":"a \"b\"","note":"\ud83d\ude00\/\u0000\b\f\n\r\t\u00e9"})"), "ok");
    row("UTF-8", attributeOf("\"note\":\"Hülle „Möwe“ 显示器 \xF0\x9F\x98\x80 and a longer end\""), "ok");
    row("DEL", attributeOf("\"note\":\"\x7F\""), "ok");
    row("deep in the free room", with({}, ",\"x\":" + nested(127)), "ok");
    row("free room in every object",
        with(R"(,"x":[1,{"a":null}],"attributes":{"x":{}})",
            R"(,"x":-0.5e-3,"cart":[{"sku":"a","x":true}],"events":[{"at":"2026-06-10T11:00:00Z","type":"t","x":{}}])"),
        "ok");
    row("an int with .0", attributeOf(R"("age":30.0)"), "ok");
    row("an int with an exponent", attributeOf(R"("age":3e1)"), "ok");
    row("minus zero", attributeOf(R"("age":-0)"), "ok");
    row("minus zero point zero", attributeOf(R"("age":-0.0,"free":-0.0)"), "ok");
    row("the largest int", attributeOf(R"("big":9223372036854775807)"), "ok");
    row("the smallest int", attributeOf(R"("big":-9223372036854775808)"), "ok");
    row("2 to the 53rd, as a double", attributeOf(R"("big":9007199254740992.0)"), "ok");
    row("a big int for a double", attributeOf(R"("free":123456789012345678901234567890)"), "ok");
    row("the unsigned one for a double", attributeOf(R"("free":18446744073709551615)"), "ok");
    row("a number too small", attributeOf(R"("free":1e-400)"), "ok");
    row("zero with a huge exponent", attributeOf(R"("free":0e999999999999)"), "ok");
    row("tiny, written out", attributeOf("\"free\":0." + std::string(500, '0') + "1e100"), "ok");
    row("one, written out", attributeOf("\"rate\":0." + std::string(500, '0') + "1e501"), "ok");
    row("a subnormal", attributeOf(R"("free":4.9406564584124654e-324)"), "ok");
    row("the largest double", attributeOf(R"("free":1.7976931348623157e308)"), "ok");
    row("any sku, type and offer",
        with({},
            R"(,"focus":"?","cart":[{"sku":"","qty":-3}],"events":[{"at":"2026-06-10T11:00:00Z","type":"","sku":"?"}],)"
            R"("exposures":[{"at":"2026-01-01T00:00:00Z","offer":"?","placement":"?","clicked_at":null}])"),
        "ok");
    row("times with offsets and parts",
        with({},
            R"(,"events":[{"at":"2026-06-10T11:00:00.25+01:30","type":"t"},{"at":"0001-01-01t00:00:00z","type":"t"}])"),
        "ok");
    row("a leap day", eventOf(R"("at":"2024-02-29T00:00:00Z","type":"t")"), "ok");
    // faults with a place
    row("an empty object", "{}", "customer");
    row("no customer", R"({"now":"2026-06-10T12:00:00Z","placement":"cart"})", "customer");
    row("no now", R"({"customer":{"id":"c"},"placement":"cart"})", "now");
    row("no placement", R"({"customer":{"id":"c"},"now":"2026-06-10T12:00:00Z"})", "placement");
    row("no id", R"({"customer":{},"now":"2026-06-10T12:00:00Z","placement":"cart"})", "customer.id");
    row("a customer that is a string", R"({"customer":"c","now":"2026-06-10T12:00:00Z","placement":"cart"})",
        "customer");
    row("an id that is a number", R"({"customer":{"id":1},"now":"2026-06-10T12:00:00Z","placement":"cart"})",
        "customer.id");
    row("a now that is a number", R"({"customer":{"id":"c"},"now":1,"placement":"cart"})", "now");
    row("an unknown key of the customer", with(R"(,"name":"?")"), "customer.name");
    row("attributes that are a list", with(R"(,"attributes":[])"), "customer.attributes");
    row("attributes that are null", with(R"(,"attributes":null)"), "customer.attributes");
    row("an undeclared attribute", attributeOf(R"("shoe":1)"), "customer.attributes.shoe");
    row("an attribute of the context with the customer", attributeOf(R"("weather":"dry")"),
        "customer.attributes.weather");
    row("an attribute that is a list", attributeOf(R"("note":["a"])"), "customer.attributes.note");
    row("an attribute that is null", attributeOf(R"("note":null)"), "customer.attributes.note");
    row("a big int for an int", attributeOf(R"("big":9223372036854775808)"), "customer.attributes.big");
    row("a bigger int for an int", attributeOf(R"("big":123456789012345678901234567890)"),
        "customer.attributes.big");
    row("below the smallest int", attributeOf(R"("big":-9223372036854775809)"), "customer.attributes.big");
    row("beyond 2 to the 53rd, as a double", attributeOf(R"("big":9007199254740994.0)"),
        "customer.attributes.big");
    row("an int that has a fraction", attributeOf(R"("age":1.5)"), "customer.attributes.age");
    row("an int out of range", attributeOf(R"("age":121)"), "customer.attributes.age");
    row("a double out of range", attributeOf(R"("rate":1.0000000000000002)"), "customer.attributes.rate");
    row("a double below its range", attributeOf(R"("rate":-1e-300)"), "customer.attributes.rate");
    row("a bool that is a number", attributeOf(R"("pro":1)"), "customer.attributes.pro");
    row("a closed string, nearly", attributeOf(R"("segment":"new\u0000")"), "customer.attributes.segment");
    row("the smaller key of two faults", attributeOf(R"("rate":2,"pro":1,"segment":"?")"),
        "customer.attributes.pro");
    row("the earlier field of two faults", R"({"placement":"?","events":1,"now":"?","customer":{"id":"c"}})",
        "now");
    row("the earlier element of two faults",
        with(
            {}, R"(,"events":[{"at":"2026-01-01T00:00:00Z","type":"t"},{"at":"?","type":"t"},{"type":"t"}])"),
        "events[1].at");
    row("the earlier field of an element", eventOf(R"("type":1,"at":1)"), "events[1].at");
    row("a known field before an unknown", eventOf(R"("colour":1,"at":"2026-01-01T00:00:00Z")"),
        "events[1].type");
    row("an unknown placement",
        R"({"customer":{"id":"c"},"now":"2026-06-10T12:00:00Z","placement":"garden"})", "placement");
    row("a context that is null", with({}, R"(,"context":null)"), "context");
    row("a closed string of the context", with({}, R"(,"context":{"weather":"snow"})"), "context.weather");
    row("a focus that is null", with({}, R"(,"focus":null)"), "focus");
    row("a cart that is an object", with({}, R"(,"cart":{})"), "cart");
    row("a line that is a string", with({}, R"(,"cart":["LAP-1"])"), "cart[0]");
    row("a line without a sku", with({}, R"(,"cart":[{"sku":"a"},{"qty":1}])"), "cart[1].sku");
    row("a quantity with a fraction", with({}, R"(,"cart":[{"sku":"a","qty":1.5}])"), "cart[0].qty");
    row("a quantity that is null", with({}, R"(,"cart":[{"sku":"a","qty":null}])"), "cart[0].qty");
    row("a quantity too big", with({}, R"(,"cart":[{"sku":"a","qty":1e19}])"), "cart[0].qty");
    row("events that are null", with({}, R"(,"events":null)"), "events");
    row("an event that is null", with({}, R"(,"events":[null])"), "events[0]");
    row("an unknown key of an event", eventOf(R"("at":"2026-01-01T00:00:00Z","type":"t","colour":1)"),
        "events[1].colour");
    row("a text that is null", eventOf(R"("at":"2026-01-01T00:00:00Z","type":"t","text":null)"),
        "events[1].text");
    row("a 29th of February", eventOf(R"("at":"2026-02-29T00:00:00Z","type":"t")"), "events[1].at");
    row("the year 0", eventOf(R"("at":"0000-01-01T00:00:00Z","type":"t")"), "events[1].at");
    row("hour 24", eventOf(R"("at":"2026-01-01T24:00:00Z","type":"t")"), "events[1].at");
    row("a leap second", eventOf(R"("at":"2026-01-01T23:59:60Z","type":"t")"), "events[1].at");
    row("a time without zone", eventOf(R"("at":"2026-01-01T23:59:59","type":"t")"), "events[1].at");
    row("a blank for the T", eventOf(R"("at":"2026-01-01 23:59:59Z","type":"t")"), "events[1].at");
    row("a letter in a time", eventOf(R"("at":"2026-01-0aT23:59:59Z","type":"t")"), "events[1].at");
    row("an exposure without an offer", exposureOf(R"("at":"2026-01-01T00:00:00Z","placement":"cart")"),
        "exposures[0].offer");
    row("an exposure's time that is null", exposureOf(R"("at":null,"offer":"care","placement":"cart")"),
        "exposures[0].at");
    row("an outcome that is false",
        exposureOf(R"("at":"2026-01-01T00:00:00Z","offer":"care","placement":"cart","declined_at":false)"),
        "exposures[0].declined_at");
    row("an unknown key", with({}, R"(,"basket":[])"), "basket");
    row("the smaller of two unknown keys", with({}, R"(,"zoo":1,"ark":{"a":[1,2]})"), "ark");
    row("an unknown key with an escape", with({}, R"(,"a\"b":1)"), "a\"b");
}

}
