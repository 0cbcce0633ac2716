using System.Globalization;
using System.Net;

namespace Kim.EndToEnd.Tests.Running;

/// <summary>
/// Takes the telemetry of all processes (OTLP over HTTP) and keeps its bytes, one file per signal. Texts stand in protobuf as they are,
/// in UTF-8, so that a name can be looked for without knowing the form.
/// </summary>
internal sealed class OtlpReceiver : IAsyncDisposable
{
    private readonly HttpListener _listener = new();
    private readonly string _folder;
    private readonly Lock _writing = new();
    private readonly Task _loop;

    public OtlpReceiver(int port, string folder)
    {
        Endpoint = string.Create(CultureInfo.InvariantCulture, $"http://127.0.0.1:{port}");
        _folder = Directory.CreateDirectory(folder).FullName;
        _listener.Prefixes.Add(Endpoint + "/");
        _listener.Start();
        _loop = Task.Run(TakeAsync);
    }

    public string Endpoint { get; }

    /// <summary>The signals with the files of their bytes: traces, metrics, logs.</summary>
    public IReadOnlyDictionary<string, string> Files => Directory.GetFiles(_folder).ToDictionary(file => Path.GetFileName(file));

    /// <summary>All spans so far.</summary>
    public IReadOnlyList<SentSpan> Spans() => Telemetry.Spans(Bytes("traces"));

    /// <summary>All instruments that sent a figure so far, each time that they did.</summary>
    public IReadOnlyList<SentMetric> Metrics() => Telemetry.Metrics(Bytes("metrics"));

    private byte[] Bytes(string signal)
    {
        lock (_writing) return File.ReadAllBytes(Files[signal]);
    }

    public async ValueTask DisposeAsync()
    {
        _listener.Close();
        await _loop;
    }

    private async Task TakeAsync()
    {
        while (true)
        {
            try
            {
                var call = await _listener.GetContextAsync();
                if (call.Request.Headers["Content-Encoding"] is not null) throw new InvalidOperationException("Compressed telemetry cannot be looked through.");
                var body = new MemoryStream();
                await call.Request.InputStream.CopyToAsync(body);
                lock (_writing)
                {
                    using var file = new FileStream(Path.Combine(_folder, call.Request.Url!.Segments[^1]), FileMode.Append, FileAccess.Write, FileShare.Read);
                    body.WriteTo(file);
                }

                call.Response.ContentType = "application/x-protobuf";
                call.Response.Close();
            }
            catch (Exception ended) when (ended is HttpListenerException or ObjectDisposedException)
            {
                if (!_listener.IsListening) return;
            }
        }
    }
}
