using Kim.Interpreters.Domain;
using Kim.ServiceKit.Figures;

namespace Kim.Interpreters.Data;

/// <summary>What ops sees of the work of the pool.</summary>
internal static class InterpretersFigures
{
    public static readonly DomainFigure Unserved = new(
        "kim.interpreters.unserved_bookings", "{booking}", "Bookings for which no interpreter was found.", null,
        $"select 'all', count(*) from bookings where state = '{BookingStates.Unserved}'");
}
