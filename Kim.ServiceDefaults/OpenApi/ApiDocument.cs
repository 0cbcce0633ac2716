using Microsoft.AspNetCore.OpenApi;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.OpenApi;

namespace Kim.ServiceDefaults;

/// <summary>The OpenAPI 3.1 document of a service, with what the house's conventions add to each operation.</summary>
internal static class ApiDocument
{
    private const string Problem = "ProblemDetails";

    public static void AddApiDocument(this IServiceCollection services, string service) => services.AddOpenApi("v1", options =>
    {
        options.OpenApiVersion = OpenApiSpecVersion.OpenApi3_1;
        options.CreateSchemaReferenceId = SchemaNames.Of;
        options.AddDocumentTransformer((document, _, _) => Describe(document, service));
        options.AddOperationTransformer((operation, context, _) => Describe(operation, context));
    });

    private static Task Describe(OpenApiDocument document, string service)
    {
        document.Info.Title = $"Kim {service}";
        document.Info.Version = "v1";
        document.Servers = [new OpenApiServer { Url = "/" }];
        document.Components ??= new OpenApiComponents();
        document.Components.SecuritySchemes ??= new Dictionary<string, IOpenApiSecurityScheme>();
        document.Components.SecuritySchemes["bearer"] = new OpenApiSecurityScheme
        {
            Type = SecuritySchemeType.Http,
            Scheme = "bearer",
            BearerFormat = "JWT",
            Description = $"Access token with the audience '{service}'.",
        };
        document.Security = [new OpenApiSecurityRequirement { [new OpenApiSecuritySchemeReference("bearer", document)] = [] }];
        if (document.Components.Schemas?.TryGetValue(Problem, out var schema) == true && schema is OpenApiSchema problem) DescribeProblem(problem);
        return Task.CompletedTask;
    }

    private static Task Describe(OpenApiOperation operation, OpenApiOperationTransformerContext context)
    {
        operation.Parameters ??= [];
        var resource = context.Description.RelativePath?.Split('/').ElementAtOrDefault(3);
        if (resource is not null) operation.Tags = new HashSet<OpenApiTagReference> { new(resource, context.Document) };
        if (context.Description.HttpMethod == "POST")
            AddHeader(operation, "Idempotency-Key", "The same key with the same body gets the first answer again for 24 hours; 1 to 100 characters.");
        if (operation.Responses?.ContainsKey("428") == true)
            AddHeader(operation, "If-Match", "ETag of the version that you change. Missing: 428; not the newest: 412.");
        return Task.CompletedTask;
    }

    private static void AddHeader(OpenApiOperation operation, string name, string description)
    {
        if (operation.Parameters!.Any(parameter => parameter.Name == name)) return;
        operation.Parameters!.Add(new OpenApiParameter
        {
            Name = name,
            In = ParameterLocation.Header,
            Description = description,
            Schema = new OpenApiSchema { Type = JsonSchemaType.String },
        });
    }

    private static void DescribeProblem(OpenApiSchema problem)
    {
        problem.Description = "RFC 9457. 'code' is stable; 'errors' names fields; a refused step names its 'guard' and the steps 'allowed' now.";
        problem.Properties ??= new Dictionary<string, IOpenApiSchema>();
        problem.Properties["code"] = new OpenApiSchema { Type = JsonSchemaType.String };
        problem.Properties["traceId"] = new OpenApiSchema { Type = JsonSchemaType.String };
        problem.Properties["guard"] = new OpenApiSchema { Type = JsonSchemaType.String };
        problem.Properties["allowed"] = new OpenApiSchema { Type = JsonSchemaType.Array, Items = new OpenApiSchema { Type = JsonSchemaType.String } };
        problem.Properties["errors"] = new OpenApiSchema
        {
            Type = JsonSchemaType.Object,
            AdditionalProperties = new OpenApiSchema { Type = JsonSchemaType.Array, Items = new OpenApiSchema { Type = JsonSchemaType.String } },
        };
    }
}
