using StudyGroup.Groups;
using StudyGroup.Moderation;
using StudyGroup.Shared;
using Xunit;
using static StudyGroup.Tests.Authorization.HandlerRows;
using static StudyGroup.Tests.Authorization.Outcome;

namespace StudyGroup.Tests.Authorization;

/// <summary>Who is in the group, and as what.</summary>
internal static class MembershipRows
{
    public static IReadOnlyList<HandlerRow> All { get; } =
    [
        new(nameof(CreateInvitationHandler), "the group", Moderators, Act((stage, actor) => InviteAsync(stage, actor, stage.GroupId, Role.Participant))),
        new(nameof(CreateInvitationHandler), "the group, as owner", Owners, Act((stage, actor) => InviteAsync(stage, actor, stage.GroupId, Role.Owner))),
        new(nameof(CreateInvitationHandler), "another group", StrangerOnly, Act((stage, actor) => InviteAsync(stage, actor, stage.ElsewhereId, Role.Participant))),
        new(nameof(RedeemInvitationHandler), "a link into the group", [Nothing, Nothing, Nothing, Nothing, Refused, Done, Done], async (stage, actor) =>
        {
            var token = (await stage.Get<CreateInvitationHandler>().HandleAsync(new CreateInvitation(stage.GroupId, Role.Participant, 1, 1), stage.Owner, Cancellation)).Must();
            return async () =>
            {
                var error = (await stage.Get<RedeemInvitationHandler>().HandleAsync(new RedeemInvitation(token), actor, Cancellation)).Error;
                return error;
            };
        }),
        new(nameof(RedeemInvitationHandler), "a made-up link", [.. Enumerable.Repeat(Refused, 7)], Act(async (stage, actor) =>
            (await stage.Get<RedeemInvitationHandler>().HandleAsync(new RedeemInvitation(Secret.New(16)), actor, Cancellation)).Error)),
        new(nameof(ChangeRoleHandler), "a participant of the group", Owners, OnBen((stage, actor) =>
            stage.Get<ChangeRoleHandler>().HandleAsync(new ChangeRole(stage.GroupId, stage.Ben.AccountId, Role.Observer), actor, Cancellation))),
        new(nameof(ChangeRoleHandler), "oneself, upwards", [Done, Refused, Refused, Refused, Missing, Missing, Missing], OnBen((stage, actor) =>
            stage.Get<ChangeRoleHandler>().HandleAsync(new ChangeRole(stage.GroupId, actor.AccountId, Role.Owner), actor, Cancellation))),
        new(nameof(ChangeRoleHandler), "a member of another group", NotThere, OnBen((stage, actor) =>
            stage.Get<ChangeRoleHandler>().HandleAsync(new ChangeRole(stage.ElsewhereId, stage.Ben.AccountId, Role.Observer), actor, Cancellation))),
        new(nameof(RemoveMemberHandler), "a participant of the group", Owners, OnBen((stage, actor) =>
            stage.Get<RemoveMemberHandler>().HandleAsync(new RemoveMember(stage.GroupId, stage.Ben.AccountId), actor, Cancellation))),
        new(nameof(RemoveMemberHandler), "somebody who is not in the group", [Missing, Refused, Refused, Refused, Missing, Missing, Missing], OnBen((stage, actor) =>
            stage.Get<RemoveMemberHandler>().HandleAsync(new RemoveMember(stage.GroupId, stage.Zoe.AccountId), actor, Cancellation))),
        new(nameof(SuspendMemberHandler), "a participant of the group", Moderators, OnBen((stage, actor) =>
            stage.Get<SuspendMemberHandler>().HandleAsync(new SuspendMember(stage.GroupId, stage.Ben.AccountId, "Shouting"), actor, Cancellation))),
        new(nameof(SuspendMemberHandler), "another moderator of the group", Owners, OnBen(
            (stage, actor) => stage.Get<SuspendMemberHandler>().HandleAsync(new SuspendMember(stage.GroupId, stage.Ben.AccountId, "Shouting"), actor, Cancellation), Role.Moderator)),
        new(nameof(SuspendMemberHandler), "who was removed", [Missing, Missing, Refused, Refused, Missing, Missing, Missing], OnBen(
            (stage, actor) => stage.Get<SuspendMemberHandler>().HandleAsync(new SuspendMember(stage.GroupId, stage.Ben.AccountId, "Shouting"), actor, Cancellation),
            status: MembershipStatus.Removed)),
        new(nameof(SuspendMemberHandler), "a member of another group", [Missing, Missing, Missing, Missing, Missing, Missing, Refused], OnBen((stage, actor) =>
            stage.Get<SuspendMemberHandler>().HandleAsync(new SuspendMember(stage.ElsewhereId, stage.Zoe.AccountId, "Shouting"), actor, Cancellation))),
        new(nameof(ReinstateMemberHandler), "a suspended member of the group", Moderators, OnBen(
            (stage, actor) => stage.Get<ReinstateMemberHandler>().HandleAsync(new ReinstateMember(stage.GroupId, stage.Ben.AccountId), actor, Cancellation),
            status: MembershipStatus.Suspended)),
        new(nameof(ReinstateMemberHandler), "who was removed", [Missing, Missing, Refused, Refused, Missing, Missing, Missing], OnBen(
            (stage, actor) => stage.Get<ReinstateMemberHandler>().HandleAsync(new ReinstateMember(stage.GroupId, stage.Ben.AccountId), actor, Cancellation),
            status: MembershipStatus.Removed)),
        new(nameof(ReinstateMemberHandler), "a member of another group", NotThere, OnBen((stage, actor) =>
            stage.Get<ReinstateMemberHandler>().HandleAsync(new ReinstateMember(stage.ElsewhereId, stage.Ben.AccountId), actor, Cancellation))),
        new(nameof(RemoveMemberHandler), "oneself", [Done, Done, Done, Done, Missing, Missing, Missing], OnBen(
            (stage, actor) => stage.Get<RemoveMemberHandler>().HandleAsync(new RemoveMember(stage.GroupId, actor.AccountId), actor, Cancellation), Role.Owner)),
    ];

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    private static async Task<Error?> InviteAsync(Stage stage, CurrentMember actor, Guid groupId, Role role) =>
        (await stage.Get<CreateInvitationHandler>().HandleAsync(new CreateInvitation(groupId, role, 1, 1), actor, Cancellation)).Error;

    private static Func<Stage, CurrentMember, Task<Func<Task<Error?>>>> OnBen(
        Func<Stage, CurrentMember, Task<Result>> act, Role role = Role.Participant, MembershipStatus status = MembershipStatus.Active) => async (stage, actor) =>
        {
            await stage.BecomeAsync(stage.Ben, role, status);
            return async () => (await act(stage, actor)).Error;
        };
}
