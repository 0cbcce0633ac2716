using Kim.Network.Features;

namespace Kim.Network;

/// <summary>Table of contents of the network: one line per use case.</summary>
internal static class NetworkApi
{
    public static void Map(RouteGroupBuilder api)
    {
        // The directory: what the profile says of the Kreis
        ListMunicipalities.Map(api);
        ListOrganisations.Map(api);
        ListFieldsOfAction.Map(api);
        ListOffers.Map(api);
        ListCommittees.Map(api);
        GetCommittee.Map(api);
        ListDistricts.Map(api);
        ListKimModules.Map(api);
        ListPositions.Map(api);
        ListSettings.Map(api);

        // The registers: what the slides say beside it, and how it went on
        ListTexts.Map(api);
        ListMedia.Map(api);
        ListConferences.Map(api);
        ListLegalBases.Map(api);
        ListProgrammes.Map(api);
        GetStrategyDiagram.Map(api);
        ListHilfeplanSources.Map(api);
        ListStakeholders.Map(api);
        ListConsultations.Map(api);
        CountConsultations.Map(api);
        GetConsultation.Map(api);
        RecordConsultation.Map(api);
        ListNextSteps.Map(api);
        GetNextStep.Map(api);
        MoveNextStep.Map(api);

        // Coordinators bundle needs into themes
        ListThemes.Map(api);
        GetTheme.Map(api);
        JudgeTheme.Map(api);
        MoveTheme.Map(api);

        // The office prepares meetings and records what they decide
        CreateMeeting.Map(api);
        ListMeetings.Map(api);
        GetMeeting.Map(api);
        AddAgendaItem.Map(api);
        HoldMeeting.Map(api);
        RecordResolution.Map(api);
        ListResolutions.Map(api);
        GetResolution.Map(api);

        // Measures carry resolutions out
        ListMeasures.Map(api);
        GetMeasure.Map(api);
        StartMeasure.Map(api);
        CompleteMeasure.Map(api);

        // What funding released, for the agendas
        ListReleasedReports.Map(api);
    }
}
