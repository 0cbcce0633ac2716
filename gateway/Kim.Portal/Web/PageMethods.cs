namespace Kim.Portal.Web;

/// <summary>Pages are read and forms are posted. A page would run without its handler for any other method, so none is let in.</summary>
internal static class PageMethods
{
    public static void UsePageMethods(this IApplicationBuilder app) => app.Use((HttpContext http, RequestDelegate next) =>
    {
        var method = http.Request.Method;
        if (HttpMethods.IsGet(method) || HttpMethods.IsHead(method) || HttpMethods.IsPost(method)) return next(http);
        http.Response.StatusCode = StatusCodes.Status405MethodNotAllowed;
        http.Response.Headers.Allow = "GET, HEAD, POST";
        return Task.CompletedTask;
    });
}
