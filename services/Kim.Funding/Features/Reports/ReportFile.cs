using System.Security.Cryptography;
using System.Text;
using Kim.Funding.Domain.Reports;

namespace Kim.Funding.Features.Reports;

/// <summary>A released version on its way out as a file.</summary>
/// <param name="Report">The report.</param>
/// <param name="Version">The version.</param>
internal sealed record ReportFile(Report Report, ReportVersion Version)
{
    /// <summary>The canonical JSON, whose SHA-256 every form carries.</summary>
    public byte[] Canonical => Encoding.UTF8.GetBytes(Version.Canonical);

    public IReadOnlyList<PublishedCell> Cells => ReportDocument.Cells(Version.Canonical);

    /// <summary>The released version, for whoever may see it; null otherwise.</summary>
    public static async Task<ReportFile?> FindAsync(ReportDesk desk, Guid id, int number, CancellationToken ct)
    {
        var report = await desk.Db.Set<Report>().AsNoTracking().SingleOrDefaultAsync(row => row.Id == id, ct);
        var version = await desk.Db.Set<ReportVersion>().AsNoTracking()
            .SingleOrDefaultAsync(row => row.ReportId == id && row.Number == number && row.State == ReportStates.Released, ct);
        return report is null || version is null ? null : new ReportFile(report, version);
    }

    /// <summary>Answers bytes: the ETag is the digest of the canonical JSON, Content-Digest (RFC 9530) that of these bytes.</summary>
    public FileContentHttpResult Answer(HttpContext http, byte[] bytes, string contentType, string extension)
    {
        // Only the canonical JSON is the same byte by byte for good; the other forms hold the same content.
        http.SetETag($"{(extension == "json" ? "" : "W/")}\"{Version.Sha256}\"");
        http.Response.Headers["Content-Digest"] = $"sha-256=:{Convert.ToBase64String(SHA256.HashData(bytes))}:";
        return TypedResults.Bytes(bytes, contentType, $"kim-{Report.From:yyyy-MM-dd}-{Report.Until.AddDays(-1):yyyy-MM-dd}-v{Version.Number}.{extension}");
    }
}
