using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace GmConnect.Domain.Data.Migrations.PostgreSql
{
    /// <inheritdoc />
    public partial class ReferralsAreTriaged : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.RenameColumn(
                name: "WithdrawnAt",
                table: "Referral",
                newName: "EndedAt");

            migrationBuilder.DropColumn(
                name: "Priority",
                table: "Referral");

            migrationBuilder.AddColumn<string>(
                name: "Level",
                table: "Referral",
                type: "character varying(40)",
                maxLength: 40,
                nullable: true);

            migrationBuilder.AlterColumn<Guid>(
                name: "ConsentId",
                table: "Referral",
                type: "uuid",
                nullable: true,
                oldClrType: typeof(Guid),
                oldType: "uuid");

            migrationBuilder.AddColumn<DateTime>(
                name: "AssignedAt",
                table: "Referral",
                type: "timestamp with time zone",
                nullable: true);

            migrationBuilder.AddColumn<Guid>(
                name: "AssignedTo",
                table: "Referral",
                type: "uuid",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "ClockKind",
                table: "Referral",
                type: "character varying(40)",
                maxLength: 40,
                nullable: false,
                defaultValue: "Working");

            migrationBuilder.AddColumn<int>(
                name: "ClockMinutes",
                table: "Referral",
                type: "integer",
                nullable: false,
                defaultValue: 1440);

            migrationBuilder.AddColumn<bool>(
                name: "ClockSameDay",
                table: "Referral",
                type: "boolean",
                nullable: false,
                defaultValue: false);

            migrationBuilder.AddColumn<Guid>(
                name: "DisclosureId",
                table: "Referral",
                type: "uuid",
                nullable: true);

            migrationBuilder.AddColumn<DateTime>(
                name: "DueAt",
                table: "Referral",
                type: "timestamp with time zone",
                nullable: true);

            migrationBuilder.AddColumn<DateTime>(
                name: "WarnsOn",
                table: "Referral",
                type: "timestamp with time zone",
                nullable: true);

            migrationBuilder.AddColumn<DateTime>(
                name: "EscalatedAt",
                table: "Referral",
                type: "timestamp with time zone",
                nullable: true);

            migrationBuilder.AddColumn<bool>(
                name: "IsPrivate",
                table: "Referral",
                type: "boolean",
                nullable: false,
                defaultValue: false);

            migrationBuilder.AddColumn<Guid>(
                name: "RedirectedFrom",
                table: "Referral",
                type: "uuid",
                nullable: true);

            migrationBuilder.AddColumn<Guid>(
                name: "RedirectedTo",
                table: "Referral",
                type: "uuid",
                nullable: true);

            migrationBuilder.AddColumn<Guid>(
                name: "ReferredBy",
                table: "Referral",
                type: "uuid",
                nullable: true);

            migrationBuilder.AddColumn<Guid>(
                name: "ReferredByAgency",
                table: "Referral",
                type: "uuid",
                nullable: true);

            migrationBuilder.AddColumn<Guid>(
                name: "TeamId",
                table: "Referral",
                type: "uuid",
                nullable: true);

            migrationBuilder.AddColumn<DateTime>(
                name: "WarnedAt",
                table: "Referral",
                type: "timestamp with time zone",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "Words",
                table: "Referral",
                type: "character varying(4000)",
                maxLength: 4000,
                nullable: true);

            migrationBuilder.AddColumn<DateTime>(
                name: "LapsedAt",
                table: "ConsentRecord",
                type: "timestamp with time zone",
                nullable: true);

            migrationBuilder.CreateTable(
                name: "ReferralPause",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    ReferralId = table.Column<Guid>(type: "uuid", nullable: false),
                    Reason = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    From = table.Column<DateTime>(type: "timestamp with time zone", nullable: false),
                    By = table.Column<Guid>(type: "uuid", nullable: false),
                    Until = table.Column<DateTime>(type: "timestamp with time zone", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_ReferralPause", x => x.Id);
                    table.ForeignKey(
                        name: "FK_ReferralPause_Referral_ReferralId",
                        column: x => x.ReferralId,
                        principalTable: "Referral",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "ReferralQuestion",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    ReferralId = table.Column<Guid>(type: "uuid", nullable: false),
                    Words = table.Column<string>(type: "character varying(2000)", maxLength: 2000, nullable: false),
                    AskedBy = table.Column<Guid>(type: "uuid", nullable: false),
                    AskedAt = table.Column<DateTime>(type: "timestamp with time zone", nullable: false),
                    Answer = table.Column<string>(type: "character varying(2000)", maxLength: 2000, nullable: true),
                    AnsweredBy = table.Column<Guid>(type: "uuid", nullable: true),
                    ClosedAt = table.Column<DateTime>(type: "timestamp with time zone", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_ReferralQuestion", x => x.Id);
                    table.ForeignKey(
                        name: "FK_ReferralQuestion_Referral_ReferralId",
                        column: x => x.ReferralId,
                        principalTable: "Referral",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "ReferralTriage",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    ReferralId = table.Column<Guid>(type: "uuid", nullable: false),
                    RulesVersion = table.Column<string>(type: "character varying(20)", maxLength: 20, nullable: false),
                    Answers = table.Column<string>(type: "character varying(4000)", maxLength: 4000, nullable: false),
                    IsAdult = table.Column<bool>(type: "boolean", nullable: false),
                    Computed = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    Wanted = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    Why = table.Column<string>(type: "character varying(2000)", maxLength: 2000, nullable: true),
                    At = table.Column<DateTime>(type: "timestamp with time zone", nullable: false),
                    By = table.Column<Guid>(type: "uuid", nullable: false),
                    NeedsSecond = table.Column<bool>(type: "boolean", nullable: false),
                    SecondBy = table.Column<Guid>(type: "uuid", nullable: true),
                    SecondAt = table.Column<DateTime>(type: "timestamp with time zone", nullable: true),
                    SecondAgrees = table.Column<bool>(type: "boolean", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_ReferralTriage", x => x.Id);
                    table.ForeignKey(
                        name: "FK_ReferralTriage_Referral_ReferralId",
                        column: x => x.ReferralId,
                        principalTable: "Referral",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "Teams",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    AgencyId = table.Column<Guid>(type: "uuid", nullable: false),
                    Name = table.Column<string>(type: "character varying(100)", maxLength: 100, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Teams", x => x.Id);
                    table.ForeignKey(
                        name: "FK_Teams_Agencies_AgencyId",
                        column: x => x.AgencyId,
                        principalTable: "Agencies",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateIndex(
                name: "IX_Referral_AssignedTo",
                table: "Referral",
                column: "AssignedTo");

            migrationBuilder.CreateIndex(
                name: "IX_Referral_DisclosureId",
                table: "Referral",
                column: "DisclosureId");

            migrationBuilder.CreateIndex(
                name: "IX_Referral_RedirectedTo",
                table: "Referral",
                column: "RedirectedTo");

            migrationBuilder.CreateIndex(
                name: "IX_Referral_ReferredBy",
                table: "Referral",
                column: "ReferredBy");

            migrationBuilder.CreateIndex(
                name: "IX_Referral_ReferredByAgency",
                table: "Referral",
                column: "ReferredByAgency");

            migrationBuilder.CreateIndex(
                name: "IX_Referral_Status_WarnsOn",
                table: "Referral",
                columns: new[] { "Status", "WarnsOn" });

            migrationBuilder.CreateIndex(
                name: "IX_Referral_TeamId",
                table: "Referral",
                column: "TeamId");

            migrationBuilder.CreateIndex(
                name: "IX_ReferralPause_ReferralId",
                table: "ReferralPause",
                column: "ReferralId");

            migrationBuilder.CreateIndex(
                name: "IX_ReferralQuestion_ReferralId",
                table: "ReferralQuestion",
                column: "ReferralId");

            migrationBuilder.CreateIndex(
                name: "IX_ReferralTriage_ReferralId",
                table: "ReferralTriage",
                column: "ReferralId");

            migrationBuilder.CreateIndex(
                name: "IX_Teams_AgencyId_Name",
                table: "Teams",
                columns: new[] { "AgencyId", "Name" },
                unique: true);

            migrationBuilder.AddForeignKey(
                name: "FK_Referral_Accounts_AssignedTo",
                table: "Referral",
                column: "AssignedTo",
                principalTable: "Accounts",
                principalColumn: "Id",
                onDelete: ReferentialAction.Restrict);

            migrationBuilder.AddForeignKey(
                name: "FK_Referral_Accounts_ReferredBy",
                table: "Referral",
                column: "ReferredBy",
                principalTable: "Accounts",
                principalColumn: "Id",
                onDelete: ReferentialAction.Restrict);

            migrationBuilder.AddForeignKey(
                name: "FK_Referral_Agencies_RedirectedTo",
                table: "Referral",
                column: "RedirectedTo",
                principalTable: "Agencies",
                principalColumn: "Id",
                onDelete: ReferentialAction.Restrict);

            migrationBuilder.AddForeignKey(
                name: "FK_Referral_Agencies_ReferredByAgency",
                table: "Referral",
                column: "ReferredByAgency",
                principalTable: "Agencies",
                principalColumn: "Id",
                onDelete: ReferentialAction.Restrict);

            migrationBuilder.AddForeignKey(
                name: "FK_Referral_StandingFacts_DisclosureId",
                table: "Referral",
                column: "DisclosureId",
                principalTable: "StandingFacts",
                principalColumn: "Id",
                onDelete: ReferentialAction.Restrict);

            migrationBuilder.AddForeignKey(
                name: "FK_Referral_Teams_TeamId",
                table: "Referral",
                column: "TeamId",
                principalTable: "Teams",
                principalColumn: "Id",
                onDelete: ReferentialAction.Restrict);

            // The earlier priorities had no explanation: who was given one is triaged again. What was refused opens nothing any more.
            migrationBuilder.Sql("UPDATE \"Referral\" SET \"EndedAt\" = \"AnsweredAt\" WHERE \"Status\" = 'Refused';");
            migrationBuilder.Sql("UPDATE \"Referral\" SET \"Status\" = 'New' WHERE \"Status\" = 'Triaged';");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropForeignKey(
                name: "FK_Referral_Accounts_AssignedTo",
                table: "Referral");

            migrationBuilder.DropForeignKey(
                name: "FK_Referral_Accounts_ReferredBy",
                table: "Referral");

            migrationBuilder.DropForeignKey(
                name: "FK_Referral_Agencies_RedirectedTo",
                table: "Referral");

            migrationBuilder.DropForeignKey(
                name: "FK_Referral_Agencies_ReferredByAgency",
                table: "Referral");

            migrationBuilder.DropForeignKey(
                name: "FK_Referral_StandingFacts_DisclosureId",
                table: "Referral");

            migrationBuilder.DropForeignKey(
                name: "FK_Referral_Teams_TeamId",
                table: "Referral");

            migrationBuilder.DropTable(
                name: "ReferralPause");

            migrationBuilder.DropTable(
                name: "ReferralQuestion");

            migrationBuilder.DropTable(
                name: "ReferralTriage");

            migrationBuilder.DropTable(
                name: "Teams");

            migrationBuilder.DropIndex(
                name: "IX_Referral_AssignedTo",
                table: "Referral");

            migrationBuilder.DropIndex(
                name: "IX_Referral_DisclosureId",
                table: "Referral");

            migrationBuilder.DropIndex(
                name: "IX_Referral_RedirectedTo",
                table: "Referral");

            migrationBuilder.DropIndex(
                name: "IX_Referral_ReferredBy",
                table: "Referral");

            migrationBuilder.DropIndex(
                name: "IX_Referral_ReferredByAgency",
                table: "Referral");

            migrationBuilder.DropIndex(
                name: "IX_Referral_Status_WarnsOn",
                table: "Referral");

            migrationBuilder.DropIndex(
                name: "IX_Referral_TeamId",
                table: "Referral");

            migrationBuilder.DropColumn(
                name: "AssignedAt",
                table: "Referral");

            migrationBuilder.DropColumn(
                name: "AssignedTo",
                table: "Referral");

            migrationBuilder.DropColumn(
                name: "ClockKind",
                table: "Referral");

            migrationBuilder.DropColumn(
                name: "ClockMinutes",
                table: "Referral");

            migrationBuilder.DropColumn(
                name: "ClockSameDay",
                table: "Referral");

            migrationBuilder.DropColumn(
                name: "DisclosureId",
                table: "Referral");

            migrationBuilder.DropColumn(
                name: "DueAt",
                table: "Referral");

            migrationBuilder.DropColumn(
                name: "WarnsOn",
                table: "Referral");

            migrationBuilder.DropColumn(
                name: "EscalatedAt",
                table: "Referral");

            migrationBuilder.DropColumn(
                name: "IsPrivate",
                table: "Referral");

            migrationBuilder.DropColumn(
                name: "RedirectedFrom",
                table: "Referral");

            migrationBuilder.DropColumn(
                name: "RedirectedTo",
                table: "Referral");

            migrationBuilder.DropColumn(
                name: "ReferredBy",
                table: "Referral");

            migrationBuilder.DropColumn(
                name: "ReferredByAgency",
                table: "Referral");

            migrationBuilder.DropColumn(
                name: "TeamId",
                table: "Referral");

            migrationBuilder.DropColumn(
                name: "WarnedAt",
                table: "Referral");

            migrationBuilder.DropColumn(
                name: "Words",
                table: "Referral");

            migrationBuilder.DropColumn(
                name: "LapsedAt",
                table: "ConsentRecord");

            migrationBuilder.RenameColumn(
                name: "EndedAt",
                table: "Referral",
                newName: "WithdrawnAt");

            migrationBuilder.RenameColumn(
                name: "Level",
                table: "Referral",
                newName: "Priority");

            migrationBuilder.AlterColumn<Guid>(
                name: "ConsentId",
                table: "Referral",
                type: "uuid",
                nullable: false,
                defaultValue: new Guid("00000000-0000-0000-0000-000000000000"),
                oldClrType: typeof(Guid),
                oldType: "uuid",
                oldNullable: true);
        }
    }
}
