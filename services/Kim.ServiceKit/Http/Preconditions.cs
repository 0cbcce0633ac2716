using Kim.Results;
using Kim.ServiceKit.Data;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Metadata;

namespace Kim.ServiceKit.Http;

/// <summary>
/// An operation that declares 428 takes <c>If-Match</c>: without it no handler runs, so that none can forget, and the answer tells
/// nothing about the record. Which version is the newest stays the handler's comparison.
/// </summary>
internal static class Preconditions
{
    public static Error? Missing(HttpContext http) =>
        string.IsNullOrWhiteSpace(http.Request.Headers.IfMatch) && Declared(http) ? ConcurrencyExtensions.Required : null;

    private static bool Declared(HttpContext http) => http.GetEndpoint()!.Metadata.GetOrderedMetadata<IProducesResponseTypeMetadata>()
        .Any(answer => answer.StatusCode == StatusCodes.Status428PreconditionRequired);
}
