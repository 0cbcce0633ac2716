using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace Kim.ServiceDefaults;

/// <summary>What every process of Kim shares. Two entry points to register, one to use, one to map.</summary>
public static class ServiceDefaultsExtensions
{
    /// <summary>Telemetry, health, service discovery, problem documents, limits: for every process, the gateway and the portal included.</summary>
    /// <param name="builder">The application.</param>
    /// <param name="name">Short name of the process, for example <c>gateway</c>.</param>
    public static WebApplicationBuilder AddProcessDefaults(this WebApplicationBuilder builder, string name)
    {
        builder.AddTelemetry(name);
        builder.Services.AddHealthChecks();
        builder.Services.AddHttpClients();
        builder.Services.AddProblems();
        builder.Services.TryAddSingleton(TimeProvider.System);
        builder.Services.AddLimits();
        return builder;
    }

    /// <summary><see cref="AddProcessDefaults"/> and what an API behind the gateway needs: token validation for its audience and OpenAPI.</summary>
    /// <param name="builder">The application.</param>
    /// <param name="name">Name of the service; it is the audience of its tokens and the first part of its routes.</param>
    public static WebApplicationBuilder AddServiceDefaults(this WebApplicationBuilder builder, string name)
    {
        builder.AddProcessDefaults(name);
        builder.AddTokens(name);
        builder.Services.AddApiDocument(name);
        return builder;
    }

    /// <summary>Exception handling, trace id header, routing, probes. For a service also authentication, authorization and its OpenAPI document.</summary>
    public static WebApplication UseServiceDefaults(this WebApplication app)
    {
        app.UseProcessDefaults();
        app.UseAuthentication();
        app.UseNoRoute();
        app.UseUtf8Only();
        app.UseAuthorization();
        app.MapOpenApi("/openapi/{documentName}.json").AllowAnonymous();
        return app;
    }

    /// <summary>Exception handling, trace id header, routing and probes: for the gateway and the portal.</summary>
    public static WebApplication UseProcessDefaults(this WebApplication app)
    {
        app.UseTraceIdHeader();
        app.UseProblems();
        app.UseHeadLimits();
        app.UseRouting();
        app.UseRequestTimeouts();
        app.MapHealth();
        return app;
    }

    /// <summary>The group of a service's public routes, <c>/api/v1/{service}</c>; nothing in it is open to anonymous callers.</summary>
    public static RouteGroupBuilder MapApi(this IEndpointRouteBuilder routes, string service) => routes
        .MapGroup($"/api/v1/{service}")
        .RequireAuthorization()
        .WithMetadata(new ApiOperation(service))
        .ProducesProblem(400).ProducesProblem(401).ProducesProblem(403);
}

/// <summary>Marks an endpoint as an operation of a service's public API.</summary>
/// <param name="Service">Name of the service.</param>
public sealed record ApiOperation(string Service);
