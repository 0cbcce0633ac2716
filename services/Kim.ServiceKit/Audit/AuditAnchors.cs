using System.Globalization;
using Microsoft.Extensions.Configuration;

namespace Kim.ServiceKit.Audit;

/// <summary>One line kept outside the database: the hash of a link.</summary>
/// <param name="Segment">The month.</param>
/// <param name="Number">Number of the link.</param>
/// <param name="Hash">Its hash in hexadecimal; <c>dropped</c> when the month was deleted by law.</param>
internal sealed record AuditAnchor(string Segment, int Number, string Hash)
{
    public const string Dropped = "dropped";
}

/// <summary>
/// The hashes of the chain outside the database, where its administrator cannot rewrite them: one append-only file per month in the folder
/// <c>Audit:AnchorFolder</c>. A cut tail, and a chain that was computed anew, show against it alone.
/// </summary>
internal sealed class AuditAnchors(string service, IConfiguration configuration)
{
    public const string Setting = "Audit:AnchorFolder";

    private string? Folder => configuration[Setting] is { Length: > 0 } folder ? folder : null;

    public bool IsConfigured => Folder is not null;

    public void Append(IReadOnlyList<AuditAnchor> anchors, DateTimeOffset at)
    {
        if (Folder is not { } folder) return;
        Directory.CreateDirectory(folder);
        foreach (var month in anchors.GroupBy(anchor => anchor.Segment))
            File.AppendAllLines(FileOf(folder, month.Key), month.Select(anchor =>
                string.Create(CultureInfo.InvariantCulture, $"{anchor.Segment} {anchor.Number} {anchor.Hash} {at.UtcDateTime:O}")));
    }

    /// <summary>The months that the folder knows.</summary>
    public IReadOnlyList<string> Segments() => Folder is { } folder && Directory.Exists(folder)
        ? [.. Directory.GetFiles(folder, $"{service}-*.anchors").Select(file => Path.GetFileNameWithoutExtension(file)[(service.Length + 1)..])]
        : [];

    /// <summary>
    /// The lines of a month. A last line without its end was torn by a crash and says nothing; the next link's line covers what it would have said.
    /// </summary>
    public IReadOnlyList<AuditAnchor> Of(string segment)
    {
        if (Folder is not { } folder || !File.Exists(FileOf(folder, segment))) return [];
        var lines = File.ReadAllText(FileOf(folder, segment)).Split('\n')[..^1];
        return [.. lines.Select(line => line.Split(' ')).Where(parts => parts.Length == 4)
            .Select(parts => new AuditAnchor(parts[0], int.Parse(parts[1], CultureInfo.InvariantCulture), parts[2]))];
    }

    private string FileOf(string folder, string segment) => Path.Combine(folder, $"{service}-{segment}.anchors");
}
