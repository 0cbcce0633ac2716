using System.Buffers;
using System.Data;

namespace Kim.ServiceKit.Data;

/// <summary>
/// A long text as UTF-8 in blocks of 1 MiB lent from the pool: read from the database once, written out as often as needed. As one
/// string it would take twice its bytes, anew for each request.
/// </summary>
public sealed class TextBlocks : IDisposable
{
    private const int BlockBytes = 1 << 20;

    private readonly List<byte[]> _blocks = [];

    private TextBlocks()
    {
    }

    /// <summary>All of it.</summary>
    public ReadOnlySequence<byte> Bytes { get; private set; }

    /// <summary>Reads the one value of a query in the open transaction; null when there is no row.</summary>
    /// <param name="db">The context, in its transaction.</param>
    /// <param name="query">Selects one <c>bytea</c>.</param>
    /// <param name="ct">Cancellation.</param>
    public static Task<TextBlocks?> ReadAsync(KimDbContext db, SqlQuery query, CancellationToken ct) => DatabaseWait.DuringAsync(ReadNowAsync(db, query, ct));

    /// <inheritdoc />
    public void Dispose()
    {
        Bytes = default;
        foreach (var block in _blocks) ArrayPool<byte>.Shared.Return(block);
        _blocks.Clear();
    }

    private static async Task<TextBlocks?> ReadNowAsync(KimDbContext db, SqlQuery query, CancellationToken ct)
    {
        await using var batch = db.NewBatch([query]);
        await using var reader = await batch.ExecuteReaderAsync(CommandBehavior.SequentialAccess, ct);
        if (!await reader.ReadAsync(ct)) return null;
        await using var stream = await reader.GetStreamAsync(0, ct);
        var text = new TextBlocks();
        try
        {
            await text.FillAsync(stream, ct);
            return text;
        }
        catch
        {
            text.Dispose();
            throw;
        }
    }

    private async Task FillAsync(Stream stream, CancellationToken ct)
    {
        Segment? first = null, last = null;
        for (var read = BlockBytes; read == BlockBytes;)
        {
            var block = ArrayPool<byte>.Shared.Rent(BlockBytes);
            _blocks.Add(block);
            read = await stream.ReadAtLeastAsync(block.AsMemory(0, BlockBytes), BlockBytes, throwOnEndOfStream: false, ct);
            last = new Segment(block.AsMemory(0, read), last);
            first ??= last;
        }

        Bytes = new ReadOnlySequence<byte>(first!, 0, last!, last!.Memory.Length);
    }

    private sealed class Segment : ReadOnlySequenceSegment<byte>
    {
        public Segment(ReadOnlyMemory<byte> memory, Segment? before)
        {
            Memory = memory;
            if (before is null) return;
            RunningIndex = before.RunningIndex + before.Memory.Length;
            before.Next = this;
        }
    }
}
