using System.Diagnostics;
using System.Text.Json;
using Kim.ServiceKit.Data;

namespace Kim.ServiceKit.Messaging;

/// <summary>Where a feature writes down what happened. The event leaves after the commit, in order per aggregate; nothing publishes inside a request.</summary>
public sealed class EventBook
{
    private readonly KimDbContext _db;
    private readonly TimeProvider _clock;
    private DateTimeOffset _last;

    internal EventBook(KimDbContext db, TimeProvider clock) => (_db, _clock) = (db, clock);

    /// <summary>Adds an event to the transaction.</summary>
    /// <param name="aggregateId">The aggregate whose events keep their order.</param>
    /// <param name="integrationEvent">A record of Kim.Contracts with a wire name.</param>
    public void Add<TEvent>(Guid aggregateId, TEvent integrationEvent) where TEvent : class
    {
        var now = _clock.GetUtcNow();
        _db.Outbox.Add(new OutboxMessage
        {
            Id = NextId(now),
            AggregateId = aggregateId,
            Bucket = OutboxMessage.BucketOf(aggregateId),
            Type = EventCatalogue.WireNameOf(integrationEvent.GetType()),
            Payload = JsonSerializer.Serialize(integrationEvent, integrationEvent.GetType(), ContractJson.Options),
            TraceParent = Activity.Current?.Id,
            OccurredAt = now,
        });
    }

    // Rows of one save are inserted in the order of their keys: events of one moment must not change places.
    private Guid NextId(DateTimeOffset now)
    {
        var moment = DateTimeOffset.FromUnixTimeMilliseconds(now.ToUnixTimeMilliseconds());
        _last = moment > _last ? moment : _last.AddMilliseconds(1);
        return Guid.CreateVersion7(_last);
    }
}
