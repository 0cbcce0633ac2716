using Kim.ServiceKit.Fields;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Json;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace Kim.ServiceKit.Accounts;

internal sealed record RolesRequirement(string Policy, IReadOnlyList<Grant> Grants) : IAuthorizationRequirement;

/// <summary>Grants a policy to an active account with one of its roles; the account comes from this service's own projection.</summary>
internal sealed class RolesHandler(ActorLoader loader, CurrentActor current, IHttpContextAccessor http) : AuthorizationHandler<RolesRequirement>
{
    protected override async Task HandleRequirementAsync(AuthorizationHandlerContext context, RolesRequirement requirement)
    {
        if (context.User.Identity?.IsAuthenticated != true) return;
        current.Actor ??= await loader.FindAsync(context.User, http.HttpContext?.RequestAborted ?? default);
        if (current.Actor is null || Access.Of(requirement.Policy, requirement.Grants, current.Actor) is not { } access) return;
        current.Access = access;
        context.Succeed(requirement);
    }
}

internal static class PolicySetup
{
    public static void AddPolicies(this IServiceCollection services, PolicyTable table)
    {
        services.AddMemoryCache();
        services.AddHttpContextAccessor();
        services.AddScoped<CurrentActor>();
        services.AddScoped(provider => provider.GetRequiredService<CurrentActor>().Actor
            ?? throw new InvalidOperationException("No actor: the endpoint has no policy of the service's table."));
        services.AddScoped(provider => provider.GetRequiredService<CurrentActor>().Access
            ?? throw new InvalidOperationException("No access: the endpoint has no policy of the service's table."));
        services.AddSingleton<ActorLoader>();
        services.AddSingleton(table);
        services.AddSingleton<IPostConfigureOptions<JsonOptions>, Masking>();
        services.AddScoped<IAuthorizationHandler, RolesHandler>();
        var builder = services.AddAuthorizationBuilder();
        foreach (var (policy, grants) in table)
            builder.AddPolicy(policy, rules => rules.RequireAuthenticatedUser().AddRequirements(new RolesRequirement(policy, grants)));
    }
}
