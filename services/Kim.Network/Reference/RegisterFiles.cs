using Kim.ServiceKit.Profile;
using Model = Kim.ServiceKit.Profile.Model;

namespace Kim.Network.Reference;

/// <summary>The files of the registers, and the references in them that must lead somewhere.</summary>
internal static class RegisterFiles
{
    public const string Consultations = "consultations.json";
    public const string NextSteps = "next-steps.json";
    public const string Conferences = "conferences.json";
    public const string Texts = "texts.json";
    public const string Media = "media.json";
    public const string HilfeplanSources = "hilfeplan-sources.json";
    public const string LegalBases = "legal-bases.json";
    public const string Diagram = "diagram.json";
    public const string Programmes = "programmes.json";

    private const string Organisations = "organisations.json";
    private const string Committees = "committees.json";
    private const string Positions = "positions.json";

    public static readonly IReadOnlyList<string> All = [Consultations, NextSteps, Conferences, Texts, Media, HilfeplanSources, LegalBases, Diagram];

    public static void Check(ProfileDocuments profile, ProfileReferences references)
    {
        CheckConsultations(profile, references);
        CheckProgrammes(profile, references);
        CheckDiagram(profile, references);
        foreach (var item in profile.Items<Model.NextStepEntry>(NextSteps)) references.One(item, "/committee", item.Value.Committee, Committees);
        foreach (var item in profile.Items<Model.LegalBasisEntry>(LegalBases)) references.One(item, "/successor", item.Value.Successor, LegalBases);
        foreach (var item in profile.Items<Model.TextEntry>(Texts)) references.One(item, "/programme", item.Value.Programme, Programmes);
        foreach (var item in profile.Items<Model.ConferenceEntry>(Conferences))
        {
            references.Many(item, "/organisations", item.Value.Organisations, Organisations);
            foreach (var (index, speaker) in item.Value.Speakers.Index()) references.One(item, $"/speakers/{index}/organisation", speaker.Organisation, Organisations);
        }

        foreach (var item in profile.Items<Model.MediaEntry>(Media))
        {
            references.One(item, "/programme", item.Value.Programme, Programmes);
            references.One(item, "/organisation", item.Value.Organisation, Organisations);
        }
    }

    private static void CheckConsultations(ProfileDocuments profile, ProfileReferences references)
    {
        var known = profile.Read<Model.ConsultationsFile>(Consultations).Stakeholders.Select(stakeholder => stakeholder.Key).ToHashSet(StringComparer.Ordinal);
        foreach (var item in profile.Items<Model.ConsultationEntry>(Consultations))
        {
            if (!Domain.ConsultationTopic.All.Contains(item.Value.Topic, StringComparer.Ordinal)) references.Add(item.Fault("/topic", $"there is no topic '{item.Value.Topic}'"));
            foreach (var (index, voice) in item.Value.Voices.Index())
                if (!known.Contains(voice.Stakeholder)) references.Add(item.Fault($"/voices/{index}/stakeholder", $"there is no stakeholder '{voice.Stakeholder}'"));
        }
    }

    private static void CheckProgrammes(ProfileDocuments profile, ProfileReferences references)
    {
        foreach (var item in profile.Items<Model.ProgrammeEntry>(Programmes))
        {
            references.One(item, "/funder", item.Value.Funder, Organisations);
            references.One(item, "/forerunner", item.Value.Forerunner, Programmes);
            foreach (var (index, role) in item.Value.Roles.Index()) references.Many(item, $"/roles/{index}/positions", role.Positions, Positions);
            foreach (var (index, component) in item.Value.Components.Index())
            {
                var place = $"/components/{index}";
                references.Many(item, place + "/offers", component.Offers, "offers.json");
                foreach (var (at, carrier) in component.Carriers.Index()) references.One(item, $"{place}/carriers/{at}/organisation", carrier.Organisation, Organisations);
                if (component.PartOf is { } whole && item.Value.Components.All(other => other.Key != whole)) references.Add(item.Fault(place + "/partOf", $"the programme has no component '{whole}'"));
            }
        }
    }

    private static void CheckDiagram(ProfileDocuments profile, ProfileReferences references)
    {
        foreach (var item in profile.Items<Model.BoxEntry>(Diagram))
        {
            references.Many(item, "/committees", item.Value.Committees, Committees);
            references.Many(item, "/organisations", item.Value.Organisations, Organisations);
            references.Many(item, "/positions", item.Value.Positions, Positions);
            references.One(item, "/programme", item.Value.Programme, Programmes);
            references.One(item, "/media", item.Value.Media, Media);
        }
    }
}
