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
                await using (var file = new FileStream(Path.Combine(_folder, call.Request.Url!.Segments[^1]), FileMode.Append))
                    await call.Request.InputStream.CopyToAsync(file);
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
