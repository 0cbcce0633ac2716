using System.Globalization;
using Kim.Results;
using Microsoft.AspNetCore.Http;
using Microsoft.EntityFrameworkCore;

namespace Kim.ServiceKit.Data;

/// <summary>Optimistic concurrency over HTTP: <c>ETag</c> out, <c>If-Match</c> in (RFC 9110).</summary>
public static class ConcurrencyExtensions
{
    /// <summary>The ETag of an entity mapped with <see cref="MappingExtensions.HasRowVersion{T}"/>.</summary>
    public static string ETagOf(this DbContext db, object entity) =>
        ETagOf((uint)db.Entry(entity).Property(MappingExtensions.RowVersion).CurrentValue!);

    /// <summary>The ETag of a row by its version (<c>xmin</c>).</summary>
    public static string ETagOf(uint version) => string.Create(CultureInfo.InvariantCulture, $"\"{version}\"");

    /// <summary>Compares the caller's <c>If-Match</c> with the entity: missing is 428, stale is 412, equal is null.</summary>
    public static Error? CheckMatch(this DbContext db, object entity, string? ifMatch)
    {
        if (string.IsNullOrWhiteSpace(ifMatch)) return Required;
        return ifMatch.Split(',').Any(tag => tag.Trim() == db.ETagOf(entity)) ? null : Stale;
    }

    /// <summary>The versions (<c>xmin</c>, as text) that an <c>If-Match</c> names; null when it is missing.</summary>
    public static string[]? VersionsOf(string? ifMatch) => string.IsNullOrWhiteSpace(ifMatch)
        ? null
        : [.. ifMatch.Split(',').Select(tag => tag.Trim()).Where(tag => tag is ['"', _, .., '"']).Select(tag => tag[1..^1])];

    /// <summary>The error of a change that names no version.</summary>
    public static Error Required { get; } = new("precondition-required", "Send If-Match with the ETag that you last read.", 428) { Field = "If-Match" };

    /// <summary>The error of a change on top of a version that is not the newest.</summary>
    public static Error Stale { get; } = new("precondition-failed", "It was changed in the meantime. Read it again, then repeat your change.", 412);

    /// <summary>Names the version of what is answered.</summary>
    public static void SetETag(this HttpContext http, string etag) => http.Response.Headers.ETag = etag;
}
