using System.Runtime.CompilerServices;
using System.Threading.Channels;

namespace Kim.AppHost.Local;

internal sealed record LogLine(int Number, string Text, bool IsError);

/// <summary>A child's console: a file that is rotated, and the last lines in memory for the dashboard.</summary>
internal sealed class ProcessLog(string path) : IDisposable
{
    private const int Kept = 5_000;
    private const long MaxBytes = 10 * 1024 * 1024;
    private readonly Lock _lock = new();
    private readonly Queue<LogLine> _lines = new();
    private readonly List<Channel<LogLine>> _readers = [];
    private StreamWriter? _file;
    private long _bytes;
    private int _number;

    public string Path { get; } = path;

    public void Add(string? text, bool isError)
    {
        if (text is null)
            return;
        lock (_lock)
        {
            var line = new LogLine(++_number, text, isError);
            _lines.Enqueue(line);
            if (_lines.Count > Kept)
                _lines.Dequeue();
            Write(text);
            foreach (var reader in _readers)
                reader.Writer.TryWrite(line);
        }
    }

    public IReadOnlyList<LogLine> Tail(int count)
    {
        lock (_lock)
            return [.. _lines.TakeLast(count)];
    }

    /// <summary>All lines kept, then new ones as they come.</summary>
    public async IAsyncEnumerable<LogLine> FollowAsync([EnumeratorCancellation] CancellationToken ct)
    {
        var channel = Channel.CreateBounded<LogLine>(new BoundedChannelOptions(Kept * 2) { FullMode = BoundedChannelFullMode.DropOldest });
        lock (_lock)
        {
            foreach (var line in _lines)
                channel.Writer.TryWrite(line);
            _readers.Add(channel);
        }

        try
        {
            await foreach (var line in channel.Reader.ReadAllAsync(ct))
                yield return line;
        }
        finally
        {
            lock (_lock)
                _readers.Remove(channel);
        }
    }

    public void Dispose()
    {
        lock (_lock)
        {
            _file?.Dispose();
            _file = null;
        }
    }

    private void Write(string text)
    {
        if (_file is null)
            Open();
        else if (_bytes > MaxBytes)
        {
            _file.Dispose();
            File.Move(Path, $"{Path}.1", overwrite: true);
            Open();
        }

        _file!.WriteLine(text);
        _bytes += text.Length + 1;
    }

    private void Open()
    {
        var stream = new FileStream(Path, new FileStreamOptions
        {
            Mode = FileMode.Append,
            Access = FileAccess.Write,
            Share = FileShare.ReadWrite,
            UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite,
        });
        _bytes = stream.Length;
        _file = new StreamWriter(stream) { AutoFlush = true };
    }
}
