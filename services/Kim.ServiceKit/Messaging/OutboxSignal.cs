using Microsoft.Extensions.Hosting;
using Npgsql;

namespace Kim.ServiceKit.Messaging;

/// <summary>Wakes the dispatcher when a transaction with events commits, here or in another instance (<c>LISTEN</c>); without it the dispatcher looks once a second.</summary>
internal sealed class OutboxSignal(NpgsqlDataSource source, TimeProvider clock) : BackgroundService
{
    private readonly SemaphoreSlim _wake = new(0, 1);

    public Task WaitAsync(TimeSpan atMost, CancellationToken ct) => _wake.WaitAsync(atMost, ct);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        while (!stoppingToken.IsCancellationRequested)
        {
            try
            {
                await using var connection = await source.OpenConnectionAsync(stoppingToken);
                connection.Notification += (_, _) => Wake();
                await using (var listen = new NpgsqlCommand("listen kim_outbox", connection)) await listen.ExecuteNonQueryAsync(stoppingToken);
                while (true) await connection.WaitAsync(stoppingToken);
            }
            catch (Exception away) when (away is NpgsqlException or TimeoutException or InvalidOperationException or System.Net.Sockets.SocketException or IOException)
            {
                await Task.Delay(TimeSpan.FromSeconds(2), clock, stoppingToken).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            }
            catch (OperationCanceledException)
            {
                return;
            }
        }
    }

    private void Wake()
    {
        try
        {
            if (_wake.CurrentCount == 0) _wake.Release();
        }
        catch (SemaphoreFullException)
        {
            // Two notifications at once: the dispatcher is awake anyway.
        }
    }
}
