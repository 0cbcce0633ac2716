using Kim.Network.Domain;
using Kim.Network.Reference;
using Kim.ServiceKit.Fields;

namespace Kim.Network.Data;

/// <summary>What the columns of the network say about a person: little. Committees, offers and resolutions are about structure; who spoke, and what was said in the house about partners, is personal.</summary>
internal static class NetworkFields
{
    public static void Apply(FieldMap fields) => fields
        .Of<Consultation>(plain: "Id Key Attitude Topic Position HeldOn Demo Sources Stakeholders", personal: "Statement Voices Note")
        .Of<Conference>(plain: "Key Title Kind Subject HeldOn Url Note Organisations Position Sources", personal: "Speakers Quotes")
        .Of<NextStep>(plain: "Id Key Title Kind State DueOn ChangedOn Committee Demo OpenQuestion Position Sources", personal: "Answer History Note")
        .Plain<AgendaItem>().Plain<Committee>().Plain<DiagramBox>().Plain<DiagramLevel>().Plain<District>().Plain<FieldOfAction>().Plain<GuidingText>()
        .Plain<HilfeplanSource>().Plain<KimModule>().Plain<LegalBasis>().Plain<LegendMarker>().Plain<Measure>().Plain<Medium>().Plain<Meeting>()
        .Plain<Municipality>().Plain<Offer>().Plain<Organisation>().Plain<Position>().Plain<Programme>().Plain<ReleasedReport>().Plain<Resolution>()
        .Plain<ResolutionCounter>().Plain<Setting>().Plain<Stakeholder>().Plain<StructuralNeed>().Plain<Theme>().Plain<ThemeRelease>();
}
