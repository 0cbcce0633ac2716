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
    /// <summary>What <see cref="Of"/> reads, in its order.</summary>
    public const string Columns = "id, aggregate_id, type, payload, trace_parent, occurred_at, published_at";

    public static OutboxRow Of(NpgsqlDataReader row) => new(
        row.GetGuid(0), row.GetGuid(1), row.GetString(2), row.GetString(3), row.IsDBNull(4) ? null : row.GetString(4),
        row.GetFieldValue<DateTimeOffset>(5), row.IsDBNull(6) ? null : row.GetFieldValue<DateTimeOffset>(6));
}
