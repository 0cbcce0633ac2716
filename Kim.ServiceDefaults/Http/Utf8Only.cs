using Kim.Results;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.Net.Http.Headers;

namespace Kim.ServiceDefaults;

/// <summary>JSON is UTF-8 (RFC 8259). Another charset is 415 here, because the framework fails over one that it does not know.</summary>
internal static class Utf8Only
{
    private static readonly Error OtherCharset = new("media-type-not-supported", "Send it in UTF-8.", 415);

    public static void UseUtf8Only(this IApplicationBuilder app) => app.Use((HttpContext http, RequestDelegate next) =>
        IsOther(http.Request.ContentType) ? OtherCharset.ToProblem().ExecuteAsync(http) : next(http));

    private static bool IsOther(string? contentType) =>
        MediaTypeHeaderValue.TryParse(contentType, out var type) && type.Charset.HasValue
        && !HeaderUtilities.RemoveQuotes(type.Charset).Equals("utf-8", StringComparison.OrdinalIgnoreCase);
}
