using System.Text.Json;
using MassTransit;
using Npgsql;

namespace Kim.ServiceKit.Messaging;

/// <summary>The one place that hands events to the broker, out of the outbox.</summary>
internal sealed class EventPublisher(IBus bus, PublishPulse pulse)
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(5);

    /// <summary>The event of a row; null when this build knows no such event.</summary>
    public static object? Read(OutboxRow row)
    {
        try
        {
            return EventCatalogue.Find(row.Type) is { } type ? JsonSerializer.Deserialize(row.Payload, type, ContractJson.Options) : null;
        }
        catch (JsonException)
        {
            return null;
        }
    }

    /// <summary>Returns when the broker has confirmed the event; fails after five seconds.</summary>
    /// <param name="row">The event as the outbox keeps it.</param>
    /// <param name="message">The same, read.</param>
    /// <param name="again">Whether it was told before.</param>
    /// <param name="ct">Cancellation.</param>
    public async Task PublishAsync(OutboxRow row, object message, bool again, CancellationToken ct)
    {
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(ct);
        limit.CancelAfter(Patience);
        try
        {
            // A publish may wait for what never comes and not hear its token: it is left then. Should it arrive after all, the inbox knows its id.
            await bus.Publish(message, message.GetType(), context =>
            {
                context.MessageId = row.Id;
                context.Headers.Set(MessageHeaderNames.OccurredAt, row.OccurredAt.ToString("O"));
                if (again) context.Headers.Set(MessageHeaderNames.Again, "true");
            }, limit.Token).WaitAsync(limit.Token);
            pulse.Excuse();
        }
        catch (OperationCanceledException) when (!ct.IsCancellationRequested)
        {
            pulse.RanOut();
            throw;
        }
    }
}

/// <summary>An event as the outbox keeps it.</summary>
internal sealed record OutboxRow(Guid Id, Guid AggregateId, string Type, string Payload, string? TraceParent, DateTimeOffset OccurredAt, DateTimeOffset? PublishedAt)
{
    /// <summary>What <see cref="AllAsync"/> reads, in its order.</summary>
    public const string Columns = "id, aggregate_id, type, payload, trace_parent, occurred_at, published_at";

    public static async Task<List<OutboxRow>> AllAsync(NpgsqlCommand command, CancellationToken ct)
    {
        await using var reader = await command.ExecuteReaderAsync(ct);
        var rows = new List<OutboxRow>();
        while (await reader.ReadAsync(ct))
        {
            rows.Add(new OutboxRow(
                reader.GetGuid(0), reader.GetGuid(1), reader.GetString(2), reader.GetString(3), await reader.IsDBNullAsync(4, ct) ? null : reader.GetString(4),
                await reader.GetFieldValueAsync<DateTimeOffset>(5, ct), await reader.IsDBNullAsync(6, ct) ? null : await reader.GetFieldValueAsync<DateTimeOffset>(6, ct)));
        }

        return rows;
    }
}
