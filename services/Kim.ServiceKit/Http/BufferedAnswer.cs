using Microsoft.AspNetCore.Http;

namespace Kim.ServiceKit.Http;

/// <summary>Holds an answer back until its transaction is committed. Without <see cref="SendAsync"/> nothing of it leaves.</summary>
internal sealed class BufferedAnswer : IAsyncDisposable
{
    private readonly HttpContext _http;
    private readonly Stream _wire;
    private readonly MemoryStream _buffer = new();

    public BufferedAnswer(HttpContext http)
    {
        (_http, _wire) = (http, http.Response.Body);
        http.Response.Body = _buffer;
    }

    public async Task<byte[]> ReadAsync()
    {
        await _http.Response.BodyWriter.FlushAsync(_http.RequestAborted);
        return _buffer.ToArray();
    }

    public async Task SendAsync()
    {
        _http.Response.Body = _wire;
        _buffer.Position = 0;
        if (HttpMethods.IsHead(_http.Request.Method)) return;
        if (_buffer.Length > 0) await _buffer.CopyToAsync(_wire, _http.RequestAborted);
        else if (LateBody.Of(_http) is { } write) await write(_wire, _http.RequestAborted);
    }

    public ValueTask DisposeAsync()
    {
        _http.Response.Body = _wire;
        return _buffer.DisposeAsync();
    }
}
