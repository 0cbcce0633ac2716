using System.Collections.Concurrent;
using System.Net;
using System.Net.Sockets;

namespace Kim.Testing;

/// <summary>Free loopback ports.</summary>
public static class Ports
{
    private static readonly ConcurrentDictionary<int, bool> Given = [];

    /// <summary>
    /// A port that nobody listens on and nobody in this process was given, below the range from which the kernel takes the ports of
    /// outgoing connections: so it is still free when a server that was stopped comes back.
    /// </summary>
    public static int Free()
    {
        while (true)
        {
            var port = Random.Shared.Next(20_000, 30_000);
            if (!Given.TryAdd(port, true)) continue;
            try
            {
                using var listener = new TcpListener(IPAddress.Loopback, port);
                listener.Start();
                return port;
            }
            catch (SocketException)
            {
                // Taken: the next one.
            }
        }
    }
}
