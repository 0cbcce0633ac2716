using System.Buffers;
using System.Security.Cryptography;
using System.Text;
using Kim.Funding.Domain.Reports;

namespace Kim.Funding.Features.Reports;

/// <summary>A released version on its way out as a file. It may be large: its canonical JSON is lent, and given back after the answer.</summary>
/// <param name="Id">The report.</param>
/// <param name="From">First day of its period.</param>
/// <param name="Until">The day after its last.</param>
/// <param name="Number">The version.</param>
/// <param name="Sha256">Digest of the canonical JSON, which every form carries.</param>
/// <param name="Canonical">The canonical JSON in UTF-8.</param>
internal sealed record ReportFile(Guid Id, DateOnly From, DateOnly Until, int Number, string Sha256, ReadOnlySequence<byte> Canonical)
{
    private const string Text = "select convert_to(canonical, 'UTF8') from report_versions where id = $1";

    public IReadOnlyList<PublishedCell> Cells => ReportDocument.Cells(Encoding.UTF8.GetString(Canonical));

    /// <summary>The released version, for whoever may see it; null otherwise.</summary>
    public static async Task<ReportFile?> FindAsync(ReportDesk desk, Guid id, int number, HttpContext http, CancellationToken ct)
    {
        var report = await desk.Db.Set<Report>().AsNoTracking().SingleOrDefaultAsync(row => row.Id == id, ct);
        var version = await desk.Db.Set<ReportVersion>().AsNoTracking()
            .Where(row => row.ReportId == id && row.Number == number && row.State == ReportStates.Released)
            .Select(row => new { row.Id, row.Sha256 }).SingleOrDefaultAsync(ct);
        if (report is null || version is null || await TextBlocks.ReadAsync(desk.Db, new SqlQuery(Text, version.Id), ct) is not { } text) return null;
        http.Response.RegisterForDispose(text);
        return new ReportFile(id, report.From, report.Until, number, version.Sha256, text.Bytes);
    }

    /// <summary>Answers bytes that were made whole.</summary>
    public FileContentHttpResult Answer(HttpContext http, byte[] bytes, string contentType, string extension)
    {
        Describe(http, SHA256.HashData(bytes), extension);
        return TypedResults.Bytes(bytes, contentType, Name(extension));
    }

    /// <summary>Answers what is written piece by piece once the record of the download is committed.</summary>
    /// <param name="http">The request.</param>
    /// <param name="length">How many bytes it will be.</param>
    /// <param name="sha256">Their digest.</param>
    /// <param name="contentType">Their type.</param>
    /// <param name="extension">Ending of the file's name.</param>
    /// <param name="write">Writes them.</param>
    public EmptyHttpResult Stream(HttpContext http, long length, byte[] sha256, string contentType, string extension, Func<Stream, CancellationToken, Task> write)
    {
        Describe(http, sha256, extension);
        http.Response.ContentType = contentType;
        http.Response.ContentLength = length;
        http.Response.Headers.ContentDisposition = $"attachment; filename={Name(extension)}";
        http.SendAfterCommit(write);
        return TypedResults.Empty;
    }

    // The ETag is the digest of the canonical JSON, Content-Digest (RFC 9530) that of these bytes. Only the canonical JSON is the same
    // byte by byte for good; the other forms hold the same content.
    private void Describe(HttpContext http, byte[] sha256, string extension)
    {
        http.SetETag($"{(extension == "json" ? "" : "W/")}\"{Sha256}\"");
        http.Response.Headers["Content-Digest"] = $"sha-256=:{Convert.ToBase64String(sha256)}:";
    }

    private string Name(string extension) => $"kim-{From:yyyy-MM-dd}-{Until.AddDays(-1):yyyy-MM-dd}-v{Number}.{extension}";
}
