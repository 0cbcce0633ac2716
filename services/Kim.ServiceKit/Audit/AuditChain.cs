using System.Buffers.Binary;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace Kim.ServiceKit.Audit;

/// <summary>A row of the audit as it is hashed.</summary>
/// <param name="Xid">Its transaction.</param>
/// <param name="Id">Its id.</param>
/// <param name="At">Its time; the month in UTC is its segment.</param>
/// <param name="Content">All columns that have a value, in PostgreSQL's canonical form of JSON (keys in a fixed order).</param>
internal readonly record struct AuditRow(long Xid, long Id, DateTimeOffset At, string Content)
{
    /// <summary>Reads rows in this form; needs <see cref="Settings"/> in the transaction.</summary>
    public const string Columns = "xid, id, at, jsonb_strip_nulls(to_jsonb(audit))::text";

    /// <summary>Times are written in the session's zone: it must be the same for sealing and verifying.</summary>
    public const string Settings = "select set_config('timezone', 'UTC', true)";

    public string Segment => SegmentOf(At);

    public static string SegmentOf(DateTimeOffset at) => at.UtcDateTime.ToString("yyyy-MM", CultureInfo.InvariantCulture);

    /// <summary>Whether the row stands behind a position.</summary>
    public bool IsAfter(long xid, long id) => Xid > xid || (Xid == xid && Id > id);
}

/// <summary>The hash of one link: SHA-256 over the hash before, the link's own name, and its rows, each with its length.</summary>
internal sealed class AuditChain : IDisposable
{
    private readonly IncrementalHash _hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);

    private AuditChain(string segment, int number, byte[]? previous)
    {
        Append($"{segment}/{number.ToString(CultureInfo.InvariantCulture)}");
        _hash.AppendData(previous ?? []);
    }

    public int Rows { get; private set; }

    /// <summary>Begins the link behind <paramref name="previous"/>; the first link of a month has none.</summary>
    public static AuditChain Begin(string segment, int number, byte[]? previous) => new(segment, number, previous);

    public void Add(AuditRow row)
    {
        Append(row.Content);
        Rows++;
    }

    public byte[] Finish() => _hash.GetHashAndReset();

    public void Dispose() => _hash.Dispose();

    private void Append(string text)
    {
        var bytes = Encoding.UTF8.GetBytes(text);
        Span<byte> length = stackalloc byte[4];
        BinaryPrimitives.WriteInt32BigEndian(length, bytes.Length);
        _hash.AppendData(length);
        _hash.AppendData(bytes);
    }
}
