using System.Diagnostics;
using Kim.Portal.Api;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Filters;

namespace Kim.Portal.Web;

/// <summary>A read that the API refused becomes a sign-in (401) or the page of its status.</summary>
public sealed class ApiFailures : IAsyncExceptionFilter
{
    public async Task OnExceptionAsync(ExceptionContext context)
    {
        if (context.Exception is not ApiException { Problem: var problem }) return;
        context.ExceptionHandled = true;
        if (problem.Status == StatusCodes.Status401Unauthorized)
        {
            await context.HttpContext.SignOutAsync(CookieAuthenticationDefaults.AuthenticationScheme);
            context.Result = HttpMethods.IsGet(context.HttpContext.Request.Method)
                ? new ChallengeResult(new AuthenticationProperties { RedirectUri = context.HttpContext.Request.Path + context.HttpContext.Request.QueryString })
                : new RedirectResult("/signed-out?reason=expired");
            return;
        }

        context.HttpContext.Items[nameof(Problem.TraceId)] = problem.TraceId ?? Activity.Current?.TraceId.ToHexString();
        context.Result = new StatusCodeResult(problem.Status);
    }
}
