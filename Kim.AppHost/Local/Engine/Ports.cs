using System.Net;
using System.Net.Sockets;

namespace Kim.AppHost.Local;

/// <summary>Free ports below the range that the kernel hands out to clients; the same ones in every run unless taken.</summary>
internal sealed class Ports(string seed)
{
    private const int First = 20_000;
    private const int Count = 10_000;
    private int _next = (int)(StableHash(seed) % Count);

    public int Take()
    {
        for (var tries = 0; tries < Count; tries++)
        {
            var port = First + (_next++ % Count);
            if (IsFree(port))
                return port;
        }

        throw new StartFailure($"No free port between {First} and {First + Count - 1}.");
    }

    public static bool IsFree(int port)
    {
        using var probe = new TcpListener(IPAddress.Loopback, port);
        try
        {
            probe.Start();
            return true;
        }
        catch (SocketException)
        {
            return false;
        }
    }

    // string.GetHashCode differs in every process.
    internal static uint StableHash(string text) => text.Aggregate(2166136261u, (hash, c) => unchecked((hash ^ c) * 16777619u));
}

/// <summary>The system cannot start, and the message tells a person why and what to do.</summary>
internal sealed class StartFailure(string message) : Exception(message);
