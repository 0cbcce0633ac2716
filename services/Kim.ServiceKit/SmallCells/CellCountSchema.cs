using System.Text.Json.Nodes;
using Microsoft.AspNetCore.OpenApi;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.OpenApi;

namespace Kim.ServiceKit.SmallCells;

/// <summary>Describes <see cref="CellCount"/> in OpenAPI: a number or the mark.</summary>
public static class CellCountSchema
{
    /// <summary>Adds the description to the service's document.</summary>
    public static IServiceCollection AddCellCounts(this IServiceCollection services) =>
        services.Configure<OpenApiOptions>("v1", options => options.AddSchemaTransformer((schema, context, _) => Describe(schema, context)));

    private static Task Describe(OpenApiSchema schema, OpenApiSchemaTransformerContext context)
    {
        if (context.JsonTypeInfo.Type != typeof(CellCount)) return Task.CompletedTask;
        schema.Type = null;
        schema.Description = "A count under the small-cell rule: the number, or \"<5\" when it is from 1 to 4 or is hidden so that such a count "
            + "cannot be computed from totals. Zeros are told.";
        schema.OneOf =
        [
            new OpenApiSchema { Type = JsonSchemaType.Integer, Minimum = "0" },
            new OpenApiSchema { Type = JsonSchemaType.String, Enum = [JsonValue.Create(CellCount.HiddenMark)] },
        ];
        return Task.CompletedTask;
    }
}
