using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Authorization.Policy;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;

namespace Kim.ServiceKit.Audit;

/// <summary>A refusal by a policy is recorded in a transaction of its own, before the 403 leaves.</summary>
internal sealed class AuditedRefusals : IAuthorizationMiddlewareResultHandler
{
    private readonly AuthorizationMiddlewareResultHandler _default = new();

    public async Task HandleAsync(RequestDelegate next, HttpContext http, AuthorizationPolicy policy, PolicyAuthorizationResult result)
    {
        if (result.Forbidden && http.User.Identity?.IsAuthenticated == true)
            await http.RequestServices.GetRequiredService<AuditBook>().RecordRefusalAsync(http.RequestAborted);

        await _default.HandleAsync(next, http, policy, result);
    }
}
