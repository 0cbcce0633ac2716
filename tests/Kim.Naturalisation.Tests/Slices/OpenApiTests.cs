using System.Text.Json;
using System.Text.Json.Nodes;

namespace Kim.Naturalisation.Tests.Slices;

public sealed class OpenApiTests(NaturalisationHost host) : IClassFixture<NaturalisationHost>
{
    private static readonly JsonSerializerOptions Indented = new() { WriteIndented = true, Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    [Fact]
    public async Task The_document_is_the_approved_one()
    {
        var document = (await host.Anonymous().CallAsync("/openapi/v1.json")).Expect(HttpStatusCode.OK);
        Approvals.Match(JsonNode.Parse(document.Text)!.ToJsonString(Indented), "naturalisation.openapi.json");
    }

    [Fact]
    public async Task Every_operation_says_what_it_is_for()
    {
        var document = (await host.Anonymous().CallAsync("/openapi/v1.json")).Json;
        Assert.StartsWith("3.1", document["openapi"]!.GetValue<string>(), StringComparison.Ordinal);
        foreach (var operation in document["paths"]!.AsObject().SelectMany(path => path.Value!.AsObject()))
        {
            Assert.False(string.IsNullOrWhiteSpace(operation.Value!["summary"]?.GetValue<string>()), operation.Key);
            Assert.False(string.IsNullOrWhiteSpace(operation.Value!["description"]?.GetValue<string>()), operation.Key);
            Assert.False(string.IsNullOrWhiteSpace(operation.Value!["operationId"]?.GetValue<string>()), operation.Key);
        }
    }
}
