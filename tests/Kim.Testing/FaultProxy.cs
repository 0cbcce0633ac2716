using System.Collections.Concurrent;
using System.Net;
using System.Net.Sockets;

namespace Kim.Testing;

/// <summary>A TCP wire that a test can cut and mend: the server behind it stays up for everybody else.</summary>
public sealed class FaultProxy : IAsyncDisposable
{
    private readonly string _host;
    private readonly int _port;
    private readonly CancellationTokenSource _end = new();
    private readonly ConcurrentDictionary<TcpClient, byte> _open = new();
    private TcpListener? _listener;
    private volatile TaskCompletionSource _flow = Flowing();

    /// <summary>Opens a loopback port that leads to <paramref name="host"/>:<paramref name="port"/>.</summary>
    public FaultProxy(string host, int port)
    {
        _host = host;
        _port = port;
        Mend();
    }

    /// <summary>The loopback port; it stays the same after <see cref="Cut"/> and <see cref="Mend"/>.</summary>
    public int Port { get; private set; }

    /// <summary>Closes every connection and refuses new ones.</summary>
    public void Cut()
    {
        _listener?.Stop();
        _listener = null;
        foreach (var client in _open.Keys) client.Dispose();
    }

    /// <summary>Keeps every connection open and lets nothing through: the server behind it seems frozen.</summary>
    public void Freeze() => _flow = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);

    /// <summary>Ends <see cref="Freeze"/>; what was held back goes through.</summary>
    public void Thaw() => _flow.TrySetResult();

    /// <summary>Lets connections through again.</summary>
    public void Mend()
    {
        if (_listener is not null) return;
        var listener = new TcpListener(IPAddress.Loopback, Port);
        listener.Server.SetSocketOption(SocketOptionLevel.Socket, SocketOptionName.ReuseAddress, true);
        listener.Start();
        Port = ((IPEndPoint)listener.LocalEndpoint).Port;
        _listener = listener;
        _ = AcceptAsync(listener);
    }

    /// <inheritdoc />
    public async ValueTask DisposeAsync()
    {
        Cut();
        Thaw();
        await _end.CancelAsync();
        _end.Dispose();
    }

    private async Task AcceptAsync(TcpListener listener)
    {
        try
        {
            while (true) _ = ForwardAsync(await listener.AcceptTcpClientAsync(_end.Token));
        }
        catch (Exception end) when (end is SocketException or ObjectDisposedException or OperationCanceledException or InvalidOperationException)
        {
            // Cut.
        }
    }

    private async Task ForwardAsync(TcpClient client)
    {
        using var server = new TcpClient();
        using (client)
        {
            _open[client] = 0;
            _open[server] = 0;
            try
            {
                await _flow.Task;
                await server.ConnectAsync(_host, _port);
                client.NoDelay = server.NoDelay = true;
                await Task.WhenAny(CopyAsync(client.GetStream(), server.GetStream()), CopyAsync(server.GetStream(), client.GetStream()));
            }
            catch (Exception end) when (end is SocketException or IOException or ObjectDisposedException or InvalidOperationException)
            {
                // One side is gone: the other is closed by the using above.
            }
            finally
            {
                _open.TryRemove(client, out _);
                _open.TryRemove(server, out _);
            }
        }
    }

    private async Task CopyAsync(NetworkStream from, NetworkStream to)
    {
        var buffer = new byte[65_536];
        while (await from.ReadAsync(buffer) is > 0 and var read)
        {
            await _flow.Task;
            await to.WriteAsync(buffer.AsMemory(0, read));
        }
    }

    private static TaskCompletionSource Flowing()
    {
        var flow = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        flow.SetResult();
        return flow;
    }
}
