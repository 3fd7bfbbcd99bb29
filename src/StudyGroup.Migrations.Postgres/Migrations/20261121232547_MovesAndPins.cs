using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace StudyGroup.Migrations.Postgres.Migrations
{
    /// <inheritdoc />
    public partial class MovesAndPins : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<DateTimeOffset>(
                name: "PinnedAt",
                table: "Threads",
                type: "timestamp with time zone",
                nullable: true);

            migrationBuilder.AddColumn<Guid>(
                name: "PinnedById",
                table: "Threads",
                type: "uuid",
                nullable: true);

            migrationBuilder.AddColumn<DateTimeOffset>(
                name: "PinnedUntil",
                table: "Threads",
                type: "timestamp with time zone",
                nullable: true);

            migrationBuilder.CreateTable(
                name: "CommentMoves",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    GroupId = table.Column<Guid>(type: "uuid", nullable: false),
                    FromThreadId = table.Column<Guid>(type: "uuid", nullable: false),
                    ToThreadId = table.Column<Guid>(type: "uuid", nullable: false),
                    ById = table.Column<Guid>(type: "uuid", nullable: false),
                    At = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    IdempotencyKey = table.Column<Guid>(type: "uuid", nullable: false),
                    Reason = table.Column<string>(type: "character varying(1000)", maxLength: 1000, nullable: false),
                    Comments = table.Column<int>(type: "integer", nullable: false),
                    Place = table.Column<long>(type: "bigint", nullable: false),
                    UndoneAt = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_CommentMoves", x => x.Id);
                    table.ForeignKey(
                        name: "FK_CommentMoves_AspNetUsers_ById",
                        column: x => x.ById,
                        principalTable: "AspNetUsers",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                    table.ForeignKey(
                        name: "FK_CommentMoves_Groups_GroupId",
                        column: x => x.GroupId,
                        principalTable: "Groups",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                    table.ForeignKey(
                        name: "FK_CommentMoves_Threads_FromThreadId",
                        column: x => x.FromThreadId,
                        principalTable: "Threads",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                    table.ForeignKey(
                        name: "FK_CommentMoves_Threads_ToThreadId",
                        column: x => x.ToThreadId,
                        principalTable: "Threads",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "MovedComments",
                columns: table => new
                {
                    CommentId = table.Column<Guid>(type: "uuid", nullable: false),
                    MoveId = table.Column<Guid>(type: "uuid", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_MovedComments", x => new { x.CommentId, x.MoveId });
                    table.ForeignKey(
                        name: "FK_MovedComments_CommentMoves_MoveId",
                        column: x => x.MoveId,
                        principalTable: "CommentMoves",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                    table.ForeignKey(
                        name: "FK_MovedComments_Comments_CommentId",
                        column: x => x.CommentId,
                        principalTable: "Comments",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "MoveVisits",
                columns: table => new
                {
                    MoveId = table.Column<Guid>(type: "uuid", nullable: false),
                    AccountId = table.Column<Guid>(type: "uuid", nullable: false),
                    Seen = table.Column<long>(type: "bigint", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_MoveVisits", x => new { x.MoveId, x.AccountId });
                    table.ForeignKey(
                        name: "FK_MoveVisits_AspNetUsers_AccountId",
                        column: x => x.AccountId,
                        principalTable: "AspNetUsers",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                    table.ForeignKey(
                        name: "FK_MoveVisits_CommentMoves_MoveId",
                        column: x => x.MoveId,
                        principalTable: "CommentMoves",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateIndex(
                name: "IX_Threads_GroupId_PinnedUntil",
                table: "Threads",
                columns: new[] { "GroupId", "PinnedUntil" });

            migrationBuilder.CreateIndex(
                name: "IX_Threads_PinnedById",
                table: "Threads",
                column: "PinnedById");

            migrationBuilder.CreateIndex(
                name: "IX_CommentMoves_ById_IdempotencyKey",
                table: "CommentMoves",
                columns: new[] { "ById", "IdempotencyKey" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_CommentMoves_FromThreadId",
                table: "CommentMoves",
                column: "FromThreadId");

            migrationBuilder.CreateIndex(
                name: "IX_CommentMoves_GroupId",
                table: "CommentMoves",
                column: "GroupId");

            migrationBuilder.CreateIndex(
                name: "IX_CommentMoves_ToThreadId",
                table: "CommentMoves",
                column: "ToThreadId");

            migrationBuilder.CreateIndex(
                name: "IX_MovedComments_MoveId",
                table: "MovedComments",
                column: "MoveId");

            migrationBuilder.CreateIndex(
                name: "IX_MoveVisits_AccountId",
                table: "MoveVisits",
                column: "AccountId");

            migrationBuilder.AddForeignKey(
                name: "FK_Threads_AspNetUsers_PinnedById",
                table: "Threads",
                column: "PinnedById",
                principalTable: "AspNetUsers",
                principalColumn: "Id");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropForeignKey(
                name: "FK_Threads_AspNetUsers_PinnedById",
                table: "Threads");

            migrationBuilder.DropTable(
                name: "MovedComments");

            migrationBuilder.DropTable(
                name: "MoveVisits");

            migrationBuilder.DropTable(
                name: "CommentMoves");

            migrationBuilder.DropIndex(
                name: "IX_Threads_GroupId_PinnedUntil",
                table: "Threads");

            migrationBuilder.DropIndex(
                name: "IX_Threads_PinnedById",
                table: "Threads");

            migrationBuilder.DropColumn(
                name: "PinnedAt",
                table: "Threads");

            migrationBuilder.DropColumn(
                name: "PinnedById",
                table: "Threads");

            migrationBuilder.DropColumn(
                name: "PinnedUntil",
                table: "Threads");
        }
    }
}
