using System.Text.Json.Nodes;
using Kim.Funding.Domain.Reports;

namespace Kim.Funding.Tests.Reports;

/// <summary>RFC 8785, with its own examples where they fit.</summary>
public sealed class CanonicalJsonTests
{
    [Theory]
    [InlineData("{\"b\":1,\"a\":[true,null,false]}", "{\"a\":[true,null,false],\"b\":1}")]
    [InlineData("{ \"z\" : \"x\" , \"Z\" : 2.50 , \"\" : 1E2 }", "{\"\":100,\"Z\":2.5,\"z\":\"x\"}")]
    [InlineData("[0.00, -0.0, 10, 4.50, 2e-3, 333333333.333333]", "[0,0,10,4.5,0.002,333333333.333333]")]
    [InlineData("\"\\u20ac$\\u000F\\u000aA'\\u0042\\u0022\\u005c\\\\\\\"\\/\"", "\"€$\\u000f\\nA'B\\\"\\\\\\\\\\\"/\"")]
    [InlineData("{\"\\u20ac\":1,\"\\r\":2,\"\\ufb33\":3,\"1\":4,\"\\ud83d\\ude00\":5,\"\\u0080\":6,\"\\u00f6\":7}",
        "{\"\\r\":2,\"1\":4,\"\u0080\":6,\"\u00f6\":7,\"\u20ac\":1,\"\ud83d\ude00\":5,\"\ufb33\":3}")]
    public void Equal_content_has_one_form(string json, string canonical) => Assert.Equal(canonical, CanonicalJson.Text(JsonNode.Parse(json)));

    [Fact]
    public void A_number_that_a_double_cannot_hold_is_refused() =>
        Assert.Throws<ArgumentException>(() => CanonicalJson.Bytes(JsonNode.Parse("1234567890123456")));

    [Fact]
    public void The_digest_is_that_of_the_bytes() =>
        Assert.Equal("44136fa355b3678a1146ad16f7e8649e94fb4fc21fe77e8310c060f61caaff8a", CanonicalJson.Sha256(CanonicalJson.Bytes(new JsonObject())));
}
