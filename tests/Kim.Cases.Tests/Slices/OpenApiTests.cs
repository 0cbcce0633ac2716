using System.Text.Json;
using System.Text.Json.Nodes;

namespace Kim.Cases.Tests.Slices;

public sealed class OpenApiTests(CasesHost host) : IClassFixture<CasesHost>
{
    private static readonly JsonSerializerOptions Readable = new() { WriteIndented = true, Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    [Fact]
    public async Task The_document_is_the_approved_one() => Approvals.Match((await DocumentAsync()).ToJsonString(Readable), "openapi.json");

    [Fact]
    public async Task Each_operation_has_a_name_a_summary_and_a_description()
    {
        var document = await DocumentAsync();
        Assert.StartsWith("3.1", document["openapi"]!.GetValue<string>(), StringComparison.Ordinal);
        var operations = document["paths"]!.AsObject().SelectMany(path => path.Value!.AsObject()).Select(operation => operation.Value!).ToList();
        Assert.Equal(44, operations.Count);
        Assert.All(operations, operation =>
        {
            Assert.NotEmpty(operation["operationId"]!.GetValue<string>());
            Assert.NotEmpty(operation["summary"]!.GetValue<string>());
            Assert.NotEmpty(operation["description"]!.GetValue<string>());
        });
    }

    [Fact]
    public async Task Each_operation_has_a_request_schema_of_its_own()
    {
        var references = (await DocumentAsync())["paths"]!.AsObject().SelectMany(path => path.Value!.AsObject())
            .Select(operation => operation.Value!["requestBody"]?["content"]?["application/json"]?["schema"]?["$ref"]?.GetValue<string>())
            .Where(reference => reference is not null && !reference.EndsWith("/PersonRequest", StringComparison.Ordinal) && !reference.EndsWith("/MeasureRequest", StringComparison.Ordinal));
        Assert.Distinct(references);
    }

    private async Task<JsonNode> DocumentAsync()
    {
        using var anonymous = host.Anonymous();
        return (await anonymous.CallAsync("/openapi/v1.json")).Expect(HttpStatusCode.OK).Json;
    }
}
