using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;

namespace Kim.ServiceKit.Audit;

/// <summary>The audit's operations, which each service that holds persons has: the same routes below its own root.</summary>
public static class AuditSetup
{
    /// <summary>The policy of the audit's operations: for the data protection officer.</summary>
    public const string Policy = "audit:read";

    /// <summary>Maps <c>audit/accesses</c> and <c>audit/verification</c>.</summary>
    public static RouteGroupBuilder MapAudit(this RouteGroupBuilder api)
    {
        ListAccesses.Map(api);
        VerifyAudit.Map(api);
        return api;
    }

    internal static void AddAuditChain(this IServiceCollection services, string service)
    {
        services.AddSingleton<SearchTerms>();
        services.AddSingleton(provider => new AuditAnchors(service, provider.GetRequiredService<IConfiguration>()));
        services.AddSingleton<AuditVerifier>();
        services.AddHostedService<AuditSealer>();
    }
}
