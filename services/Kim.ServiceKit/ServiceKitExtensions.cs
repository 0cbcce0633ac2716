using Kim.Contracts.Identity;
using Kim.ServiceDefaults;
using Kim.ServiceKit.Accounts;
using Kim.ServiceKit.Audit;
using Kim.ServiceKit.Data;
using Kim.ServiceKit.Figures;
using Kim.ServiceKit.Http;
using Kim.ServiceKit.Idempotency;
using Kim.ServiceKit.Messaging;
using Kim.ServiceKit.Operations;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Npgsql;

namespace Kim.ServiceKit;

/// <summary>What the services share and the gateway must not have: database conventions, messaging, rights, audit, idempotency, profile import.</summary>
public static class ServiceKitExtensions
{
    /// <summary>Registers the kit for a service.</summary>
    /// <param name="builder">The application.</param>
    /// <param name="service">Name of the service: its database, broker user, queues and audience.</param>
    /// <param name="policies">The service's table of rights.</param>
    /// <param name="configure">Consumers and profile part.</param>
    /// <typeparam name="TDb">The service's context.</typeparam>
    public static WebApplicationBuilder AddServiceKit<TDb>(
        this WebApplicationBuilder builder, string service, PolicyTable policies, Action<KitBuilder<TDb>>? configure = null)
        where TDb : KimDbContext
    {
        var services = builder.Services;
        var kit = new KitBuilder<TDb>(services, service);
        // Identity owns the accounts: it writes its table itself.
        if (service != "identity") kit.Consumes<OnAccountChanged, AccountChanged>().Consumes<OnAccountDisabled, AccountDisabled>();
        configure?.Invoke(kit);

        builder.AddServerClients();
        services.AddDatabase<TDb>();
        services.AddPolicies(KitPolicies.With(policies));
        services.AddScoped<RecordSight>();
        services.AddScoped<ExplainAccess.Explainer>();
        services.AddSingleton(new ServiceName(service));
        services.AddMessaging(builder.Configuration, service, kit.Subscriptions);
        services.AddScoped(provider => new EventBook(provider.GetRequiredService<KimDbContext>(), provider.GetRequiredService<TimeProvider>()));
        services.AddScoped(provider => new AuditBook(
            provider.GetRequiredService<KimDbContext>(), provider.GetRequiredService<CurrentActor>(),
            provider.GetRequiredService<IHttpContextAccessor>(), provider.GetRequiredService<SearchTerms>(), provider.GetRequiredService<TimeProvider>()));
        services.AddScoped(provider => new OneTrip(
            provider.GetRequiredService<NpgsqlDataSource>(), provider.GetRequiredService<CurrentActor>(), provider.GetRequiredService<AuditBook>()));
        services.AddAuditChain(service);
        services.AddScoped<IdempotentAnswers>();
        services.AddSingleton<ClientTokens>();
        services.AddScoped<Decision>();
        services.AddSingleton<IAuthorizationMiddlewareResultHandler, AuditedRefusals>();
        services.AddSingleton<IExceptionTranslation, DatabaseTranslation>();
        services.AddHostedService<Housekeeping>();
        services.AddHostedService<FigureSampler>();
        services.AddOpenTelemetry().WithTracing(tracing => tracing.AddSource(OutboxDispatcher.Activities.Name));
        return builder;
    }

    /// <summary>
    /// One transaction per operation, see <see cref="RequestTransaction"/>, and the operations that every service has. Stands after
    /// authorization, before the endpoints.
    /// </summary>
    public static WebApplication UseServiceKit<TDb>(this WebApplication app) where TDb : KimDbContext
    {
        app.UseMiddleware<RequestTransaction>();
        MapOperations(app.MapApi(app.Services.GetRequiredService<ServiceName>().Value));
        return app;
    }

    // Table of contents of what the kit maps in every service; its rows of rights stand in KitPolicies.
    private static void MapOperations(RouteGroupBuilder api)
    {
        ExplainAccess.Map(api);
        OpsApi.Map(api);
    }

    private sealed record ServiceName(string Value);
}
