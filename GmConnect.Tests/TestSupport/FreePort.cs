using System.Collections.Concurrent;
using System.Net;
using System.Net.Sockets;

namespace GmConnect.Tests.TestSupport;

/// <summary>
/// A loopback port for a server that goes down and comes back at the same address. It lies below the ports that the system lends to
/// outgoing connections (Linux from 32768): one of those would be lent to another test's connection while the server is away.
/// </summary>
internal static class FreePort
{
    private const int First = 21000;

    private const int AfterLast = 32000;

    private static readonly ConcurrentDictionary<int, bool> _given = new();

    /// <summary>Nobody listens on it, and no other test of this run is given it.</summary>
    public static int Next()
    {
        while (true)
        {
            var port = Random.Shared.Next(First, AfterLast);
            if (_given.TryAdd(port, true) && NobodyListens(port))
            {
                return port;
            }
        }
    }

    private static bool NobodyListens(int port)
    {
        try
        {
            using var listener = new TcpListener(IPAddress.Loopback, port);
            listener.Start();

            return true;
        }
        catch (SocketException)
        {
            return false;
        }
    }
}
