using Kim.ServiceKit.Data;
using Npgsql;

namespace Kim.ServiceKit.Messaging;

/// <summary>
/// Sends the events that the outbox still keeps (30 days) once more, in their order and under their old message ids: a service that
/// joins an installation later learns what happened before it; who has dealt with them skips them by its inbox.
/// </summary>
internal static class Republish
{
    public static async Task<int> RunAsync(NpgsqlDataSource source, CancellationToken ct)
    {
        await using var connection = await source.OpenConnectionAsync(ct);
        await using var transaction = await connection.BeginSystemAsync(ct);
        await using var command = new NpgsqlCommand("update outbox set published_at = null where published_at is not null", connection, transaction);
        var count = await command.ExecuteNonQueryAsync(ct);
        await transaction.CommitAsync(ct);
        return count;
    }
}
