using Kim.Network.Domain;
using Kim.ServiceKit.Profile;
using Model = Kim.ServiceKit.Profile.Model;

namespace Kim.Network.Reference;

/// <summary>The registers of the profile as rows of the network's tables, in the order of the files.</summary>
internal sealed class RegisterRows(ProfileDocuments profile)
{
    public IEnumerable<Stakeholder> Stakeholders() => profile.Read<Model.ConsultationsFile>(RegisterFiles.Consultations).Stakeholders.Select((entry, index) => new Stakeholder
    {
        Key = entry.Key,
        Name = entry.Name,
        ActorType = entry.ActorType,
        Position = index + 1,
        Sources = [.. entry.Sources],
    });

    public IEnumerable<Consultation> Consultations() => Rows<Model.ConsultationEntry, Consultation>(RegisterFiles.Consultations, (entry, place) => new Consultation
    {
        Key = entry.Key,
        Attitude = entry.Attitude,
        Topic = entry.Topic,
        Statement = entry.Statement,
        Voices = [.. entry.Voices.Select(voice => new Voice(voice.Stakeholder, voice.Count, voice.Note))],
        Stakeholders = [.. entry.Voices.Select(voice => voice.Stakeholder).Distinct(StringComparer.Ordinal)],
        HeldOn = entry.HeldOn,
        Note = entry.Note,
        Sources = [.. entry.Sources],
        Position = place,
        Demo = entry.Demo,
    });

    public IEnumerable<NextStep> NextSteps() => Rows<Model.NextStepEntry, NextStep>(RegisterFiles.NextSteps, (entry, place) => new NextStep
    {
        Key = entry.Key,
        Title = entry.Title,
        Kind = entry.Kind,
        State = entry.State,
        DueOn = entry.DueOn,
        Committee = entry.Committee,
        OpenQuestion = entry.OpenQuestion,
        Answer = entry.Answer,
        Note = entry.Note,
        Sources = [.. entry.Sources],
        Position = place,
        Demo = entry.Demo,
    });

    public IEnumerable<Conference> Conferences() => Rows<Model.ConferenceEntry, Conference>(RegisterFiles.Conferences, (entry, place) => new Conference
    {
        Key = entry.Key,
        Kind = entry.Kind,
        Title = entry.Title,
        Subject = entry.Subject,
        HeldOn = entry.HeldOn,
        Organisations = [.. entry.Organisations],
        Speakers = [.. entry.Speakers.Select(speaker => new Speaker(speaker.Name, speaker.Organisation))],
        Quotes = [.. entry.Quotes],
        Url = entry.Url,
        Note = entry.Note,
        Position = place,
        Sources = [.. entry.Sources],
    });

    public IEnumerable<GuidingText> Texts() => Rows<Model.TextEntry, GuidingText>(RegisterFiles.Texts, (entry, place) => new GuidingText
    {
        Key = entry.Key,
        Kind = entry.Kind,
        Area = entry.Area,
        Text = entry.Text,
        Programme = entry.Programme,
        ActorTypes = [.. entry.ActorTypes],
        Note = entry.Note,
        Position = place,
        Sources = [.. entry.Sources],
    });

    public IEnumerable<Medium> Media() => Rows<Model.MediaEntry, Medium>(RegisterFiles.Media, (entry, place) => new Medium
    {
        Key = entry.Key,
        Kind = entry.Kind,
        Title = entry.Title,
        Description = entry.Description,
        Programme = entry.Programme,
        Organisation = entry.Organisation,
        Url = entry.Url,
        Note = entry.Note,
        Position = place,
        Sources = [.. entry.Sources],
    });

    public IEnumerable<HilfeplanSource> HilfeplanSources() => Rows<Model.HilfeplanSourceEntry, HilfeplanSource>(RegisterFiles.HilfeplanSources, (entry, place) => new HilfeplanSource
    {
        Key = entry.Key,
        Title = entry.Title,
        Uniform = entry.Uniform,
        Rechtskreis = entry.Rechtskreis,
        Provision = entry.Provision,
        ActorTypes = [.. entry.ActorTypes],
        Note = entry.Note,
        Position = place,
        Sources = [.. entry.Sources],
    });

    private IEnumerable<TRow> Rows<TEntry, TRow>(string file, Func<TEntry, int, TRow> row) =>
        profile.Items<TEntry>(file).Select((item, index) => row(item.Value, index + 1));
}
