using Kim.Network.Domain;
using Kim.ServiceKit.Fields;
using System.Linq.Expressions;

namespace Kim.Network.Features;

/// <summary>A statement of the consultation log as it is answered.</summary>
/// <param name="Id">Key.</param>
/// <param name="Key">Key in the profile; null when the staff recorded it.</param>
/// <param name="Attitude">SUPPORT, WORRY, REJECTION, REQUEST or NEUTRAL (shown and discussed).</param>
/// <param name="Topic">Topic code.</param>
/// <param name="Statement">What was said.</param>
/// <param name="Voices">Who said it and how many; empty where the source names nobody.</param>
/// <param name="HeldOn">Day of the talk, if known.</param>
/// <param name="Note">What a reader should know.</param>
/// <param name="Sources">Where it stands; empty when the staff recorded it.</param>
/// <param name="Position">Place in the log.</param>
/// <param name="Demo">Invented for the demo.</param>
public sealed record ConsultationView(
    Guid Id, string? Key, string Attitude, string Topic, [property: Field(FieldClass.Personal)] string Statement,
    [property: Field(FieldClass.Personal)] IReadOnlyList<Voice> Voices, DateOnly? HeldOn, [property: Field(FieldClass.Personal)] string? Note,
    IReadOnlyList<string> Sources, int Position, bool Demo)
{
    internal static readonly Expression<Func<Consultation, ConsultationView>> Of = row => new ConsultationView(
        row.Id, row.Key, row.Attitude, row.Topic, row.Statement, row.Voices, row.HeldOn, row.Note, row.Sources, row.Position, row.Demo);
}
