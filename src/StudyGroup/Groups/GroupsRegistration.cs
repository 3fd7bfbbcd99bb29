using Microsoft.Extensions.DependencyInjection;
using StudyGroup.Groups.Importing;
using StudyGroup.Groups.LiveSessions;

namespace StudyGroup.Groups;

/// <summary>Groups, their members, invitations and shelves.</summary>
public static class GroupsRegistration
{
    public static IServiceCollection AddGroups(this IServiceCollection services) => services
        .AddLiveSessions()
        .AddSingleton<MembershipCache>()
        .AddSingleton<MembershipRules>()
        .AddSingleton<Shelving>()
        .AddSingleton<KnownReadings>()
        .AddSingleton<CreateGroupHandler>()
        .AddSingleton<CreateInvitationHandler>()
        .AddSingleton<RedeemInvitationHandler>()
        .AddSingleton<ChangeRoleHandler>()
        .AddSingleton<RemoveMemberHandler>()
        .AddSingleton<ImportReadingsHandler>()
        .AddSingleton<ImportDesk>()
        .AddSingleton<ReceiveImportHandler>()
        .AddSingleton<ReceiveUploadHandler>()
        .AddSingleton<EditImportHandler>()
        .AddSingleton<PublishImportHandler>()
        .AddSingleton<DiscardImportHandler>()
        .AddSingleton<ImportReviewQuery>()
        .AddSingleton<ImportImageQuery>()
        .AddSingleton<ShelveReadingHandler>()
        .AddSingleton<MarkPositionHandler>()
        .AddSingleton<InvitationQuery>()
        .AddSingleton<HomeQuery>()
        .AddSingleton<GroupQuery>()
        .AddSingleton<LibraryQuery>()
        .AddSingleton<IssueQuery>()
        .AddSingleton<CitationQuery>()
        .AddSingleton<EditionImageQuery>()
        .AddSingleton<ReadingPageQuery>()
        .AddSingleton<DifferenceQuery>()
        .AddSingleton<ImportForecastQuery>();
}
