using Kim.Contracts.Funding;
using Kim.Funding.Domain;
using Kim.ServiceKit.Messaging;

namespace Kim.Funding.Data;

/// <summary>
/// Tells identity who holds a position. Published at once, with the dates: identity honours them. Staff without an account
/// concerns nobody there, but the version rises all the same: it is the position's own.
/// </summary>
internal static class OccupancyEvents
{
    /// <summary>The position is filled, or the filling changed.</summary>
    public static void Filled(EventBook events, Position position, Occupancy occupancy, DateOnly today)
    {
        var version = position.NextVersion();
        // The attributes of today, or of the first day for what begins later.
        var attributes = position.On(occupancy.From > today ? occupancy.From : today) ?? position.On(occupancy.From);
        if (attributes is null || occupancy.AccountId is not { } account) return;
        events.Add(position.Id, new PositionFilled
        {
            Position = position.Key,
            Version = version,
            AccountId = account,
            Module = position.Module,
            Employer = attributes.Employer,
            Fachaufsicht = attributes.Fachaufsicht,
            Ags = attributes.RegionServed,
            Vzae = occupancy.Vzae,
            From = occupancy.From,
            Until = occupancy.Until,
        });
    }

    /// <summary>The account no longer holds it from a day on.</summary>
    public static void Vacated(EventBook events, Position position, Guid? accountId, DateOnly from)
    {
        var version = position.NextVersion();
        if (accountId is not { } account) return;
        events.Add(position.Id, new PositionVacated { Position = position.Key, Version = version, AccountId = account, VacantFrom = from });
    }

    /// <summary>New attributes hold from today or earlier: whoever holds the position is told again.</summary>
    public static void AttributesChanged(EventBook events, StaffedPosition staffed, DateOnly today)
    {
        foreach (var occupancy in staffed.Occupancies.Where(row => row.HoldsOn(today))) Filled(events, staffed.Position, occupancy, today);
    }
}
