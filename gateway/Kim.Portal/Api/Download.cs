namespace Kim.Portal.Api;

/// <summary>A file on its way from a service to the browser. Whoever opens it disposes of it, or hands it to the answer.</summary>
public sealed record Download(HttpResponseMessage Response, Stream Content)
{
    public string ContentType => Response.Content.Headers.ContentType?.ToString() ?? "application/octet-stream";

    public string FileName => (Response.Content.Headers.ContentDisposition is { } named ? named.FileNameStar ?? named.FileName : null)?.Trim('"') ?? "kim";

    /// <summary>Digest of the bytes (RFC 9530), for those who check what they got.</summary>
    public string? Digest => Response.Headers.TryGetValues("Content-Digest", out var values) || Response.Content.Headers.TryGetValues("Content-Digest", out values)
        ? values.First()
        : null;

    internal static async Task<Download> OfAsync(HttpResponseMessage response, CancellationToken ct) =>
        new(response, await response.Content.ReadAsStreamAsync(ct));
}
