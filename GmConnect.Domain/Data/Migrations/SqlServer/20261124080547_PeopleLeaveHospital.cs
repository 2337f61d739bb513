using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace GmConnect.Domain.Data.Migrations.SqlServer
{
    /// <inheritdoc />
    public partial class PeopleLeaveHospital : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<Guid>(
                name: "StayId",
                table: "PlanAction",
                type: "uniqueidentifier",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "Task",
                table: "PlanAction",
                type: "nvarchar(40)",
                maxLength: 40,
                nullable: true);

            migrationBuilder.CreateTable(
                name: "HospitalStay",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    ResidentId = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    AgencyId = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    Ward = table.Column<string>(type: "nvarchar(100)", maxLength: 100, nullable: false),
                    AdmittedOn = table.Column<DateOnly>(type: "date", nullable: false),
                    WasPlanned = table.Column<bool>(type: "bit", nullable: false),
                    BegunAt = table.Column<DateTime>(type: "datetime2", nullable: false),
                    BegunBy = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    Status = table.Column<string>(type: "nvarchar(40)", maxLength: 40, nullable: false),
                    WhatMustBeTrue = table.Column<string>(type: "nvarchar(500)", maxLength: 500, nullable: true),
                    Version = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    LeftAt = table.Column<DateTime>(type: "datetime2", nullable: true),
                    LeftBy = table.Column<Guid>(type: "uniqueidentifier", nullable: true),
                    LeavingWhy = table.Column<string>(type: "nvarchar(500)", maxLength: 500, nullable: true),
                    Needs_Carer = table.Column<string>(type: "nvarchar(40)", maxLength: 40, nullable: false),
                    Needs_Doses = table.Column<int>(type: "int", nullable: false),
                    Needs_Equipment = table.Column<string>(type: "nvarchar(40)", maxLength: 40, nullable: false),
                    Needs_FoodAndWarmth = table.Column<string>(type: "nvarchar(40)", maxLength: 40, nullable: false),
                    Needs_Injections = table.Column<string>(type: "nvarchar(40)", maxLength: 40, nullable: false),
                    Needs_OwnTransport = table.Column<string>(type: "nvarchar(40)", maxLength: 40, nullable: false),
                    Needs_SafePlace = table.Column<string>(type: "nvarchar(40)", maxLength: 40, nullable: false),
                    Needs_Stairs = table.Column<string>(type: "nvarchar(40)", maxLength: 40, nullable: false),
                    Needs_Support = table.Column<string>(type: "nvarchar(40)", maxLength: 40, nullable: false),
                    Needs_Wheelchair = table.Column<string>(type: "nvarchar(40)", maxLength: 40, nullable: false),
                    Needs_Work = table.Column<string>(type: "nvarchar(40)", maxLength: 40, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_HospitalStay", x => x.Id);
                    table.ForeignKey(
                        name: "FK_HospitalStay_Agencies_AgencyId",
                        column: x => x.AgencyId,
                        principalTable: "Agencies",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_HospitalStay_Resident_ResidentId",
                        column: x => x.ResidentId,
                        principalTable: "Resident",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "Blocker",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    StayId = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    Reason = table.Column<string>(type: "nvarchar(60)", maxLength: 60, nullable: false),
                    OwnerAgencyId = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    From = table.Column<DateTime>(type: "datetime2", nullable: false),
                    SaidBy = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    Until = table.Column<DateTime>(type: "datetime2", nullable: true),
                    EndedBy = table.Column<Guid>(type: "uniqueidentifier", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Blocker", x => x.Id);
                    table.ForeignKey(
                        name: "FK_Blocker_Agencies_OwnerAgencyId",
                        column: x => x.OwnerAgencyId,
                        principalTable: "Agencies",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_Blocker_HospitalStay_StayId",
                        column: x => x.StayId,
                        principalTable: "HospitalStay",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "CarerTold",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    StayId = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    Name = table.Column<string>(type: "nvarchar(200)", maxLength: 200, nullable: false),
                    At = table.Column<DateTime>(type: "datetime2", nullable: false),
                    By = table.Column<Guid>(type: "uniqueidentifier", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_CarerTold", x => x.Id);
                    table.ForeignKey(
                        name: "FK_CarerTold_HospitalStay_StayId",
                        column: x => x.StayId,
                        principalTable: "HospitalStay",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "CriteriaReview",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    StayId = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    At = table.Column<DateTime>(type: "datetime2", nullable: false),
                    By = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    Codes = table.Column<string>(type: "nvarchar(100)", maxLength: 100, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_CriteriaReview", x => x.Id);
                    table.ForeignKey(
                        name: "FK_CriteriaReview_HospitalStay_StayId",
                        column: x => x.StayId,
                        principalTable: "HospitalStay",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "DoseGiven",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    StayId = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    Day = table.Column<DateOnly>(type: "date", nullable: false),
                    At = table.Column<DateTime>(type: "datetime2", nullable: false),
                    By = table.Column<Guid>(type: "uniqueidentifier", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_DoseGiven", x => x.Id);
                    table.ForeignKey(
                        name: "FK_DoseGiven_HospitalStay_StayId",
                        column: x => x.StayId,
                        principalTable: "HospitalStay",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "ExpectedDate",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    StayId = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    Day = table.Column<DateOnly>(type: "date", nullable: false),
                    Why = table.Column<string>(type: "nvarchar(300)", maxLength: 300, nullable: true),
                    At = table.Column<DateTime>(type: "datetime2", nullable: false),
                    By = table.Column<Guid>(type: "uniqueidentifier", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_ExpectedDate", x => x.Id);
                    table.ForeignKey(
                        name: "FK_ExpectedDate_HospitalStay_StayId",
                        column: x => x.StayId,
                        principalTable: "HospitalStay",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "PathwayDecision",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    StayId = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    Pathway = table.Column<string>(type: "nvarchar(40)", maxLength: 40, nullable: false),
                    Why = table.Column<string>(type: "nvarchar(500)", maxLength: 500, nullable: true),
                    At = table.Column<DateTime>(type: "datetime2", nullable: false),
                    By = table.Column<Guid>(type: "uniqueidentifier", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_PathwayDecision", x => x.Id);
                    table.ForeignKey(
                        name: "FK_PathwayDecision_HospitalStay_StayId",
                        column: x => x.StayId,
                        principalTable: "HospitalStay",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateIndex(
                name: "IX_Blocker_OwnerAgencyId",
                table: "Blocker",
                column: "OwnerAgencyId");

            migrationBuilder.CreateIndex(
                name: "IX_Blocker_StayId",
                table: "Blocker",
                column: "StayId");

            migrationBuilder.CreateIndex(
                name: "IX_CarerTold_StayId",
                table: "CarerTold",
                column: "StayId");

            migrationBuilder.CreateIndex(
                name: "IX_CriteriaReview_StayId",
                table: "CriteriaReview",
                column: "StayId");

            migrationBuilder.CreateIndex(
                name: "IX_DoseGiven_StayId_Day",
                table: "DoseGiven",
                columns: new[] { "StayId", "Day" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_ExpectedDate_StayId",
                table: "ExpectedDate",
                column: "StayId");

            migrationBuilder.CreateIndex(
                name: "IX_HospitalStay_AgencyId_Status",
                table: "HospitalStay",
                columns: new[] { "AgencyId", "Status" });

            migrationBuilder.CreateIndex(
                name: "IX_HospitalStay_ResidentId_AdmittedOn",
                table: "HospitalStay",
                columns: new[] { "ResidentId", "AdmittedOn" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_PathwayDecision_StayId",
                table: "PathwayDecision",
                column: "StayId");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "Blocker");

            migrationBuilder.DropTable(
                name: "CarerTold");

            migrationBuilder.DropTable(
                name: "CriteriaReview");

            migrationBuilder.DropTable(
                name: "DoseGiven");

            migrationBuilder.DropTable(
                name: "ExpectedDate");

            migrationBuilder.DropTable(
                name: "PathwayDecision");

            migrationBuilder.DropTable(
                name: "HospitalStay");

            migrationBuilder.DropColumn(
                name: "StayId",
                table: "PlanAction");

            migrationBuilder.DropColumn(
                name: "Task",
                table: "PlanAction");
        }
    }
}
